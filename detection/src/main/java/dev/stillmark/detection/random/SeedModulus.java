package dev.stillmark.detection.random;

import java.math.BigInteger;

/**
 * Arithmetic modulo 2^64 - 1 (not 2^64), by which green-list watermarks keep their seeds within
 * what torch takes.
 *
 * <p>Residues are unsigned longs below 2^64 - 1. Source: {@code prf_key % (2**64 - 1)} in
 * lm-watermarking's {@code WatermarkBase} and transformers' {@code WatermarkLogitsProcessor}.
 */
public final class SeedModulus {

  public static final BigInteger VALUE = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private SeedModulus() {}

  public static long residue(BigInteger integer) {
    return integer.mod(VALUE).longValue();
  }

  /** The floored residue: a negative integer gains 2^64 - 1, in two's complement one less. */
  public static long residue(long signed) {
    return signed < 0 ? signed - 1 : signed;
  }

  /** As 2^64 is 1 modulo 2^64 - 1, the halves of the 128-bit product add up. */
  public static long product(long residue, long other) {
    return sum(residue * other, Math.unsignedMultiplyHigh(residue, other));
  }

  /** Of two residues, or of the halves of a product. */
  public static long sum(long a, long b) {
    long sum = a + b;
    long folded = Long.compareUnsigned(sum, a) < 0 ? sum + 1 : sum;
    return folded == -1 ? 0 : folded;
  }
}
