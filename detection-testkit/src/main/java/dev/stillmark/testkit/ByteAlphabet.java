package dev.stillmark.testkit;

/**
 * The printable character that stands for each byte in a byte-level BPE (GPT-2's alphabet).
 *
 * <p>Printable Latin-1 stands for itself; the other bytes follow from U+0100 in order.
 */
final class ByteAlphabet {

  private static final char[] CHARACTERS = characters();

  private ByteAlphabet() {}

  static char of(int unsignedByte) {
    return CHARACTERS[unsignedByte];
  }

  private static char[] characters() {
    char[] characters = new char[256];
    char next = 256;
    for (int b = 0; b < characters.length; b++) {
      characters[b] = isPrintable(b) ? (char) b : next++;
    }
    return characters;
  }

  private static boolean isPrintable(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || (b >= 0xAE && b <= 0xFF);
  }
}
