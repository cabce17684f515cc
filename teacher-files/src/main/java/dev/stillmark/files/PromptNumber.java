package dev.stillmark.files;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The number that stands for a prompt: its id where that is a 64-bit integer, else the beginning of
 * the id's SHA-256, or of the prompt's where there is no id.
 */
final class PromptNumber {

  private static final int PREFIX_DIGITS = 16;

  private PromptNumber() {}

  static long ofId(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      return digest("id " + id);
    }
  }

  static long ofPrompt(String prompt) {
    return digest("prompt " + prompt);
  }

  private static long digest(String text) {
    String digest = PromptDigest.sha256(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.fromHexDigitsToLong(digest, 0, PREFIX_DIGITS);
  }
}
