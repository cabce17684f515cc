package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * Seeds from the tokens of a context under one key.
 *
 * <p>What the reference computes in Python integers is unbounded; what it computes in tensors wraps
 * around 64 bits, and its minimum is that of signed words.
 */
final class ContextSeeds {

  private static final long LOW_HALF = 0xffffffffL;

  private final Prf prf;
  private final int width;
  private final long keyResidue;
  private final long keyWord;

  ContextSeeds(SeedingScheme seedingScheme, WatermarkKey key) {
    this.prf = seedingScheme.prf();
    this.width = seedingScheme.contextWidth();
    this.keyResidue = SeedModulus.residue(key.value());
    this.keyWord = key.value().longValue();
  }

  /**
   * The seed from the last tokens before {@code end}, as an unsigned word: torch uses its low half.
   */
  long before(long[] tokens, int end) {
    int start = end - width;
    return switch (prf) {
      case ADDITIVE -> keyTimes(sum(tokens, start, end));
      case MULTIPLICATIVE -> keyTimes(product(tokens, start, end));
      case MINFUNC -> keyTimes(least(tokens, start, end));
      case SIMPLE_SKIP -> SeedModulus.residue(everySecondHash(tokens, start, end));
      case SKIPGRAM -> SeedModulus.residue(hash(tokens[start]));
      case ANCHORED_SKIPGRAM -> SeedModulus.residue(hash(tokens[start]) * hash(tokens[end - 1]));
      case MINHASH -> SeedModulus.residue(leastHash(tokens, start, end));
      case ANCHORED_MINHASH -> SeedModulus.residue(leastAnchored(tokens, start, end));
      case MINSKIPGRAM -> SeedModulus.residue(leastPair(tokens, start, end));
      case NONCOMM -> SeedModulus.residue(chained(tokens, start, end));
      case POSITION -> SeedModulus.residue(weightedSum(tokens, start, end));
      case ORIGINAL -> keyWord * tokens[start];
    };
  }

  private long keyTimes(long integer) {
    return SeedModulus.product(keyResidue, SeedModulus.residue(integer));
  }

  private long hash(long token) {
    return HashTable.of(keyWord * token);
  }

  private static long sum(long[] tokens, int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += tokens[i];
    }
    return sum;
  }

  private static long product(long[] tokens, int start, int end) {
    long product = 1;
    for (int i = start; i < end; i++) {
      product *= tokens[i];
    }
    return product;
  }

  private static long least(long[] tokens, int start, int end) {
    long least = Long.MAX_VALUE;
    for (int i = start; i < end; i++) {
      least = Math.min(least, tokens[i]);
    }
    return least;
  }

  private long everySecondHash(long[] tokens, int start, int end) {
    long product = 1;
    for (int i = start; i < end; i += 2) {
      product *= hash(tokens[i]);
    }
    return product;
  }

  private long leastHash(long[] tokens, int start, int end) {
    long least = Long.MAX_VALUE;
    for (int i = start; i < end; i++) {
      least = Math.min(least, hash(tokens[i]));
    }
    return least;
  }

  private long leastAnchored(long[] tokens, int start, int end) {
    long anchor = HashTable.of(tokens[end - 1]);
    long least = Long.MAX_VALUE;
    for (int i = start; i < end; i++) {
      least = Math.min(least, keyWord * HashTable.of(tokens[i]) * anchor);
    }
    return least;
  }

  private long leastPair(long[] tokens, int start, int end) {
    long least = Long.MAX_VALUE;
    for (int i = start; i < end; i++) {
      for (int j = i + 1; j < end; j++) {
        least = Math.min(least, hash(tokens[i]) * hash(tokens[j]));
      }
    }
    return least;
  }

  private long chained(long[] tokens, int start, int end) {
    long chain = keyWord;
    for (int i = start; i < end; i++) {
      chain = chain * HashTable.of(chain * tokens[i]) & LOW_HALF;
    }
    return chain;
  }

  private long weightedSum(long[] tokens, int start, int end) {
    long sum = 0;
    for (int i = start; i < end; i++) {
      sum += keyWord * tokens[i] * (i - start + 1);
    }
    return sum;
  }
}
