package dev.stillmark.benchmarks;

import java.util.Random;

/** Token ids to score, from a seed. */
final class Texts {

  private Texts() {}

  /** Uniform ids, so that hardly a pair comes twice. */
  static long[] uniform(long seed, int size, int vocabulary) {
    return new Random(seed).longs(size, 0, vocabulary).toArray();
  }

  /** Ids whose frequencies fall off as in real text, after Zipf. */
  static long[] zipf(long seed, int size, int vocabulary) {
    double whole = Math.log(vocabulary);
    return new Random(seed)
        .doubles(size)
        .mapToLong(uniform -> (long) Math.exp(uniform * whole) - 1)
        .toArray();
  }
}
