package dev.stillmark.detection.watermark.sglang;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The text form of one SGLang key: 1 to 16 hexadecimal digits, with or without 0x before them. */
public final class SglangKey {

  private static final int MOST_DIGITS = 16;
  private static final Pattern HEX_DIGITS = Pattern.compile("[0-9a-fA-F]+");

  private SglangKey() {}

  /**
   * The key's value, within 0..2^64-1; messages never show it.
   *
   * @throws IllegalArgumentException where the text is no such key
   */
  public static BigInteger parse(String text) {
    boolean prefixed = text.startsWith("0x") || text.startsWith("0X");
    String digits = prefixed ? text.substring(2) : text;
    if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "key must contain 1 to 16 hex digits but contains " + digits.length());
    }
    if (!HEX_DIGITS.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "key must contain only hex digits but contains something else");
    }
    return new BigInteger(digits, 16);
  }
}
