package dev.stillmark.detection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A SHA-256 over a sequence of fields, each with its length before it, so that no two different
 * sequences are the same bytes.
 */
public final class FieldDigest {

  private final MessageDigest sha256;

  /**
   * @param purpose what the digest is for; digests of different purposes never coincide
   */
  public FieldDigest(String purpose) {
    sha256 = Sha256.start();
    add(purpose);
  }

  public FieldDigest add(String field) {
    byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
    add(utf8.length);
    sha256.update(utf8);
    return this;
  }

  public FieldDigest add(long field) {
    sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(field).array());
    return this;
  }

  /** 64 hexadecimal digits; ends this digest. */
  public String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** The first 64 bits; ends this digest. */
  public long hash64() {
    return ByteBuffer.wrap(sha256.digest()).getLong();
  }
}
