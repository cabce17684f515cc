package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

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

  /** The integers of a key: a list, or one or more in a text, parted by commas or blanks. */
  static WatermarkKey key(Value value) {
    if (value.isList()) {
      return key(value, value.list().stream().map(Value::text).toList());
    }
    return key(value, integersIn(of(value)));
  }

  /** The integers of the key file that {@code value} names. */
  static WatermarkKey keyOfFile(Value value) {
    return key(value, integersIn(ofFile(value)));
  }

  private static List<String> integersIn(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    return List.of(bare.strip().split("[,\\s]+"));
  }

  private static WatermarkKey key(Value value, List<String> integers) {
    try {
      return WatermarkKey.of(integers.stream().map(value::secretInteger).toList());
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
