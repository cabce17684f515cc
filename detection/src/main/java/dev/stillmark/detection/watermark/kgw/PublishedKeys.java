package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.Set;

/**
 * Watermark keys that anyone can know, so that a mark under them says nothing about its owner.
 *
 * <p>15485863, the millionth prime, is the default {@code hash_key} of lm-watermarking's {@code
 * WatermarkBase} and the default {@code hashing_key} of transformers' {@code WatermarkingConfig}. A
 * multiple of 2^64 - 1, which leaves 0, draws the same green list for every context under any such
 * key: it is the list of torch's seed 0, and no secret either.
 */
public final class PublishedKeys {

  private static final Set<BigInteger> PUBLIC_RESIDUES =
      Set.of(BigInteger.valueOf(15_485_863), BigInteger.ZERO);

  private PublishedKeys() {}

  public static boolean contains(WatermarkKey key) {
    return PUBLIC_RESIDUES.contains(key.value().mod(SeedModulus.VALUE));
  }
}
