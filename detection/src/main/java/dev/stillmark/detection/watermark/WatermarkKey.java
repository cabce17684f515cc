package dev.stillmark.detection.watermark;

import java.math.BigInteger;

/**
 * A secret watermark key: an integer within [-2^63, 2^64-1]. Its value never shows in a text form.
 */
public final class WatermarkKey {

  private static final BigInteger LEAST = BigInteger.ONE.shiftLeft(63).negate();
  private static final BigInteger GREATEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final BigInteger value;

  private WatermarkKey(BigInteger value) {
    this.value = value;
  }

  public static WatermarkKey of(BigInteger value) {
    if (value.compareTo(LEAST) < 0 || value.compareTo(GREATEST) > 0) {
      throw new IllegalArgumentException(
          "hashingKey must be within [-2^63, 2^64-1] but has %d bits".formatted(value.bitLength()));
    }
    return new WatermarkKey(value);
  }

  public static WatermarkKey of(long value) {
    return of(BigInteger.valueOf(value));
  }

  BigInteger value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WatermarkKey that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "WatermarkKey[hidden]";
  }
}
