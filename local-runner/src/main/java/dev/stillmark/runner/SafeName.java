package dev.stillmark.runner;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A model's name as the name of a folder.
 *
 * <p>Different names never share a folder, not even where case does not count, and none leads out
 * of the folder that it stands in.
 */
final class SafeName {

  private static final int LONGEST = 100;

  private SafeName() {}

  static String of(String name) {
    StringBuilder safe = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      boolean leadingDot = character == '.' && safe.isEmpty();
      if (isPlain(character) && !leadingDot) {
        safe.append(character);
      } else {
        safe.append('%').append(HexFormat.of().toHexDigits(octet));
      }
    }
    if (safe.length() > LONGEST) {
      return safe.substring(0, LONGEST - 17) + '~' + Sha256.of(name).substring(0, 16);
    }
    return safe.toString();
  }

  /** Capitals are escaped: some file systems do not tell them apart. */
  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= '0' && character <= '9')
        || "._-".indexOf(character) >= 0;
  }
}
