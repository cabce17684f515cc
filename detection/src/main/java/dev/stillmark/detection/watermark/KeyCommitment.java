package dev.stillmark.detection.watermark;

import dev.stillmark.detection.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The public commitment to a scheme and its key: SHA-256 over both and an optional salt.
 *
 * <p>Fields in this order: a format label, the scheme's label and its parameters (each as 2 bytes
 * of length and UTF-8), the number of the key's integers (4 bytes), the integers (9 bytes each),
 * the salt's length (4) and the salt; all numbers big-endian. Without a salt of 16 random bytes or
 * more a short key can be found by trying all.
 */
final class KeyCommitment {

  private KeyCommitment() {}

  /** 64 hexadecimal digits; an empty salt is no salt. */
  static String of(WatermarkScheme scheme, WatermarkKey key, byte[] salt) {
    return Sha256.hex(fields(scheme, key, salt));
  }

  private static byte[] fields(WatermarkScheme scheme, WatermarkKey key, byte[] salt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF("stillmark/key-commitment/2");
      out.writeUTF(scheme.label());
      out.writeUTF(scheme.parameters());
      out.writeInt(key.words().size());
      out.write(KeyDerivation.bytes(key));
      out.writeInt(salt.length);
      out.write(salt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
