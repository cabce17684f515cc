package dev.stillmark.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256, and the prompt id of a prompt that has none: the beginning of its digest. */
final class PromptDigest {

  private static final int PREFIX_DIGITS = 32;

  private PromptDigest() {}

  /** Of the text, or of the ids where there is no text. */
  static String of(String prompt, long @Nullable [] promptIds) {
    byte[] bytes = prompt.getBytes(StandardCharsets.UTF_8);
    if (prompt.isEmpty() && promptIds != null) {
      ByteBuffer ids = ByteBuffer.allocate(8 * promptIds.length);
      ids.asLongBuffer().put(promptIds);
      bytes = ids.array();
    }
    return sha256(bytes).substring(0, PREFIX_DIGITS);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
