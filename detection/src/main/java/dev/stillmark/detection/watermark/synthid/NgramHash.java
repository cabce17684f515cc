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

  NgramHash(long initial, int length) {
    this.initial = initial;
    this.length = length;
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
}
