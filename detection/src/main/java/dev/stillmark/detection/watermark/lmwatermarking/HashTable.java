package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.random.TorchGenerator;

/**
 * The hash of lm-watermarking: a fixed permutation of 1,000,003 numbers, the same for every key.
 *
 * <p>Source: {@code hashint} in {@code alternative_prf_schemes.py}.
 */
final class HashTable {

  static final int SIZE = 1_000_003;

  private static final int SEED = (int) 2_971_215_073L;
  private static final int[] TABLE = TorchGenerator.seededWith(SEED).permutation(SIZE);

  private HashTable() {}

  /** 1..SIZE. */
  static long of(long integer) {
    return 1L + TABLE[Math.floorMod(integer, SIZE)];
  }
}
