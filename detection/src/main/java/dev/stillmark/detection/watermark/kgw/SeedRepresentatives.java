package dev.stillmark.detection.watermark.kgw;

import java.util.Arrays;

/**
 * For every preceding token the smallest one with the same seed under the true key.
 *
 * <p>Almost every token stands for itself: of V seeds about V² / 2^33 pairs coincide. Contexts that
 * the true key cannot tell apart are one context for its decoys too, so that all keys share the
 * distinct items of the true one. A decoy whose own seeds coincide counts a few items twice, which
 * only widens its spread.
 */
final class SeedRepresentatives {

  private final int[] representative;

  SeedRepresentatives(KgwScheme scheme, GreenLists truth) {
    int size = scheme.vocabularySize();
    long[] bySeed = new long[size];
    Arrays.setAll(bySeed, token -> Integer.toUnsignedLong(truth.seedAfter(token)) << 31 | token);
    Arrays.sort(bySeed);
    representative = new int[size];
    for (int i = 0; i < size; i++) {
      boolean sameSeed = i > 0 && bySeed[i] >>> 31 == bySeed[i - 1] >>> 31;
      int token = token(bySeed[i]);
      representative[token] = sameSeed ? representative[token(bySeed[i - 1])] : token;
    }
  }

  /** Ids outside the vocabulary stand for themselves. */
  long of(long token) {
    return token >= 0 && token < representative.length ? representative[(int) token] : token;
  }

  private static int token(long named) {
    return (int) (named & Integer.MAX_VALUE);
  }
}
