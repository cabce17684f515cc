package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file of many keys of one scheme, one a line; messages never show a key. */
final class KeyFile {

  private static final int LIMIT = 64 << 20;

  private KeyFile() {}

  /** The keys in the file's order, blank lines left out; throws {@link InputFault}. */
  static List<WatermarkKey> read(Path file, WatermarkScheme scheme, KeyForm form) {
    List<WatermarkKey> keys = new ArrayList<>();
    int number = 0;
    for (String line : text(file).split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        keys.add(key(file, number, line.strip(), scheme, form));
      }
    }
    if (keys.isEmpty()) {
      throw new InputFault(file, null, null, "must hold at least one key");
    }
    return keys;
  }

  private static String text(Path file) {
    try {
      return InputBytes.readText(file, LIMIT);
    } catch (InputBytes.Unreadable e) {
      throw new InputFault(file, null, null, e.rule());
    }
  }

  private static WatermarkKey key(
      Path file, int line, String text, WatermarkScheme scheme, KeyForm form) {
    try {
      WatermarkKey key = WatermarkKey.of(form.read(text));
      scheme.with(key);
      return key;
    } catch (IllegalArgumentException e) {
      throw new InputFault(file, line, "key", KeyForm.rule(e));
    }
  }
}
