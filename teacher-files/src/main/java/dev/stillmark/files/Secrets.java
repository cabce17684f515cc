package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Secrets that stand in a file or, as {@code file:relative/path}, beside it; never in a message.
 */
final class Secrets {

  static final int FILE_LIMIT = 4096;

  private static final String REFERENCE = "file:";

  private Secrets() {}

  /** The secret itself, or the trimmed content of the file that it refers to. */
  static String of(Value value) {
    String text = value.text();
    return text.startsWith(REFERENCE) ? fromFile(value, text.substring(REFERENCE.length())) : text;
  }

  /** The trimmed content of the file that {@code value} names. */
  static String ofFile(Value value) {
    return fromFile(value, value.nonBlankText());
  }

  static WatermarkKey key(Value value, String text) {
    try {
      return WatermarkKey.of(value.secretInteger(text));
    } catch (IllegalArgumentException e) {
      throw value.fault("must be within [-2^63, 2^64-1]");
    }
  }

  private static String fromFile(Value value, String name) {
    try {
      return InputBytes.readText(resolve(value, name), FILE_LIMIT).strip();
    } catch (InputBytes.Unreadable e) {
      throw value.fault("names the file '%s', which %s".formatted(name, e.rule()));
    }
  }

  /** A path of the user's, relative to the file that names it. */
  static Path resolve(Value value, String name) {
    try {
      return value.file().resolveSibling(name);
    } catch (InvalidPathException e) {
      throw value.fault("must be a path");
    }
  }
}
