package dev.stillmark.detection.watermark.synthid;

/**
 * SynthID's hash of an n-gram: a linear congruential step h → (h + d) · M + 1 modulo 2^64 for each
 * token d in order.
 *
 * <p>Source: {@code accumulate_hash} of synthid-text and of transformers' {@code
 * SynthIDTextWatermarkLogitsProcessor}; M is Knuth's multiplier as musl uses it.
 */
final class NgramHash {

  static final long MULTIPLIER = 6364136223846793005L;

  private final long initial;
  private final int length;

  /** M^(length+1): what an id weighs when it leaves the window. */
  private final long leaving;

  /** What a window of zeros hashes to: the sum is linear in the ids but for this. */
  private final long ofZeros;

  NgramHash(long initial, int length) {
    this.initial = initial;
    this.length = length;
    this.ofZeros = accumulate(initial, new long[length], 0, length);
    long power = MULTIPLIER;
    for (int i = 0; i < length; i++) {
      power *= MULTIPLIER;
    }
    this.leaving = power;
  }

  static long accumulate(long hash, long token) {
    return (hash + token) * MULTIPLIER + 1;
  }

  static long accumulate(long hash, long[] tokens, int from, int to) {
    long accumulated = hash;
    for (int i = from; i < to; i++) {
      accumulated = accumulate(accumulated, tokens[i]);
    }
    return accumulated;
  }

  /** The n-gram that ends with {@code ids[position]}. */
  long at(long[] ids, int position) {
    return accumulate(initial, ids, position - length + 1, position + 1);
  }

  /** The n - 1 ids before {@code ids[position]}, zeros standing for those before the first. */
  long contextOf(long[] ids, int position) {
    int from = position - length + 1;
    long hash = initial;
    for (int i = from; i < position; i++) {
      hash = accumulate(hash, i < 0 ? 0 : ids[i]);
    }
    return hash;
  }

  /**
   * The n-grams that end at positions {@code length - 1 .. end - 1}, in order, two multiplications
   * each whatever their length.
   *
   * @return how many there are
   */
  int roll(long[] ids, int end, long[] hashes) {
    int count = Math.max(0, end - length + 1);
    if (count == 0) {
      return 0;
    }
    long weighted = at(ids, length - 1) - ofZeros;
    hashes[0] = weighted + ofZeros;
    for (int i = 1; i < count; i++) {
      weighted = (weighted + ids[i + length - 1]) * MULTIPLIER - ids[i - 1] * leaving;
      hashes[i] = weighted + ofZeros;
    }
    return count;
  }
}
