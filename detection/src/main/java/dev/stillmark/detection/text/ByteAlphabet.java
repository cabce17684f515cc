package dev.stillmark.detection.text;

import java.util.Arrays;

/**
 * The byte-level alphabet of GPT-2: every byte has one printable character that stands for it.
 *
 * <p>Printable Latin-1 bytes stand for themselves, the other 68 for U+0100 and up, in byte order.
 */
final class ByteAlphabet {

  private static final int SHIFTED = 0x100;
  private static final char[] CHARACTERS = characters();
  private static final short[] BYTES = bytes();

  private ByteAlphabet() {}

  static char characterOf(int unsignedByte) {
    return CHARACTERS[unsignedByte];
  }

  /** The byte that {@code character} stands for, or -1. */
  static int byteOf(char character) {
    return character < BYTES.length ? BYTES[character] : -1;
  }

  private static char[] characters() {
    char[] characters = new char[256];
    char next = SHIFTED;
    for (int b = 0; b < 256; b++) {
      characters[b] = isPrintable(b) ? (char) b : next++;
    }
    return characters;
  }

  private static boolean isPrintable(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || (b >= 0xae && b <= 0xff);
  }

  private static short[] bytes() {
    short[] bytes = new short[SHIFTED + 68];
    Arrays.fill(bytes, (short) -1);
    for (int b = 0; b < 256; b++) {
      bytes[CHARACTERS[b]] = (short) b;
    }
    return bytes;
  }
}
