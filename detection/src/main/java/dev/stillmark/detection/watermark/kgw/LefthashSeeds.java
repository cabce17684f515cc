package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;

/** Seeds from the token before: key · previous, floored modulo 2^64 - 1, in unbounded integers. */
final class LefthashSeeds implements SeedRule {

  static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final long keyResidue;
  private final int contextWidth;

  LefthashSeeds(WatermarkKey key, int contextWidth) {
    this.keyResidue = key.value().mod(MODULUS).longValue();
    this.contextWidth = contextWidth;
  }

  @Override
  public int firstPosition() {
    return contextWidth;
  }

  @Override
  public int at(long[] tokens, int position) {
    return after(tokens[position - 1]);
  }

  int after(long previousToken) {
    return (int) product(keyResidue, residue(previousToken));
  }

  /**
   * A signed integer modulo 2^64 - 1, as an unsigned one: a negative one gains 2^64 - 1, which in
   * two's complement is one less.
   */
  static long residue(long signed) {
    return signed < 0 ? signed - 1 : signed;
  }

  /** As 2^64 is 1 modulo 2^64 - 1, the halves of the 128-bit product add up. */
  private static long product(long a, long b) {
    long low = a * b;
    long sum = Math.unsignedMultiplyHigh(a, b) + low;
    long folded = Long.compareUnsigned(sum, low) < 0 ? sum + 1 : sum;
    return folded == -1 ? 0 : folded;
  }
}
