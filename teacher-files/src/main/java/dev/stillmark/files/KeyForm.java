package dev.stillmark.files;

import dev.stillmark.detection.watermark.sglang.SglangKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** How the text of a key becomes integers; messages say the rule and never show the text. */
enum KeyForm {

  /** Integers, decimal or {@code 0x} hexadecimal, parted by commas or blanks. */
  INTEGERS {
    @Override
    List<BigInteger> read(String text) {
      boolean bracketed = text.startsWith("[") && text.endsWith("]");
      String bare = bracketed ? text.substring(1, text.length() - 1) : text;
      List<BigInteger> words = new ArrayList<>();
      for (String word : bare.strip().split("[,\\s]+", -1)) {
        words.add(integer(word));
      }
      return words;
    }
  },

  /** Hexadecimal digits, as SGLang's configuration has them. */
  HEX_DIGITS {
    @Override
    List<BigInteger> read(String text) {
      List<BigInteger> words = new ArrayList<>();
      for (String word : text.strip().split("[,\\s]+", -1)) {
        words.add(SglangKey.parse(word));
      }
      return words;
    }
  },

  /** A string of bytes in hexadecimal, each byte an integer. */
  BYTES {
    @Override
    List<BigInteger> read(String text) {
      List<BigInteger> words = new ArrayList<>();
      try {
        for (byte octet : HexFormat.of().parseHex(text.strip())) {
          words.add(BigInteger.valueOf(octet & 0xff));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("key must be bytes in hexadecimal", e);
      }
      return words;
    }
  };

  private static final int MOST_DIGITS = 80;

  /**
   * The integers of a text.
   *
   * @throws IllegalArgumentException that begins with {@code key} and says the rule
   */
  abstract List<BigInteger> read(String text);

  /** One integer, decimal or {@code 0x} hexadecimal. */
  static BigInteger integer(String text) {
    String digits = text.strip();
    boolean negative = digits.startsWith("-");
    String unsigned = negative || digits.startsWith("+") ? digits.substring(1) : digits;
    boolean hex = unsigned.startsWith("0x") || unsigned.startsWith("0X");
    String body = hex ? unsigned.substring(2) : unsigned;
    if (body.length() > MOST_DIGITS || !body.matches(hex ? "[0-9a-fA-F]+" : "[0-9]+")) {
      throw new IllegalArgumentException(
          "key must be an integer within [-2^63, 2^64-1], decimal or 0x hexadecimal");
    }
    BigInteger magnitude = new BigInteger(body, hex ? 16 : 10);
    return negative ? magnitude.negate() : magnitude;
  }

  /** The rule of a message that begins with {@code key}. */
  static String rule(IllegalArgumentException broken) {
    return String.valueOf(broken.getMessage()).replaceFirst("^key ", "");
  }
}
