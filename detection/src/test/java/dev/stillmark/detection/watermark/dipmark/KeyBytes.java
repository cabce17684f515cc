package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.stream.IntStream;

/** Keys of bytes, one a word. */
final class KeyBytes {

  private KeyBytes() {}

  static WatermarkKey of(byte[] bytes) {
    return WatermarkKey.of(
        IntStream.range(0, bytes.length)
            .mapToObj(i -> BigInteger.valueOf(bytes[i] & 0xff))
            .toList());
  }
}
