package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
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

  /** The integers of a key: a list of them, or a text in the given form. */
  static WatermarkKey key(Value value, KeyForm form) {
    try {
      List<BigInteger> words =
          value.isList()
              ? value.list().stream().map(word -> KeyForm.integer(word.text())).toList()
              : form.read(of(value));
      return WatermarkKey.of(words);
    } catch (IllegalArgumentException e) {
      throw value.fault(KeyForm.rule(e));
    }
  }

  /** The integers of the key file that {@code value} names. */
  static WatermarkKey keyOfFile(Value value, KeyForm form) {
    try {
      return WatermarkKey.of(form.read(ofFile(value)));
    } catch (IllegalArgumentException e) {
      throw value.fault(KeyForm.rule(e));
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
