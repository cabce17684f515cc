package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A key of 64 bits; its text form hides them. */
record VllmKey(long bits) {

  /** The key must be a single integer within 0..2^64-1. */
  static VllmKey of(WatermarkKey key) {
    BigInteger value = key.value();
    if (value.signum() < 0) {
      throw new IllegalArgumentException("key must be within 0..2^64-1 but is negative");
    }
    return new VllmKey(value.longValue());
  }

  /** Key A or B of a dual key: the first 8 bytes of SHA-256 over a label and the key's 8 bytes. */
  VllmKey derive(String label) {
    byte[] name = label.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(name.length + Long.BYTES).put(name).putLong(bits);
    return new VllmKey(ByteBuffer.wrap(Sha256.start().digest(message.array())).getLong());
  }

  VllmKey first() {
    return derive("key_a");
  }

  VllmKey second() {
    return derive("key_b");
  }

  @Override
  public String toString() {
    return "VllmKey[hidden]";
  }
}
