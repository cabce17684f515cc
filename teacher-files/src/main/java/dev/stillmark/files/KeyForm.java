package dev.stillmark.files;

import dev.stillmark.detection.watermark.sglang.SglangKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** How the text of a key becomes integers; messages never show the text. */
enum KeyForm {

  /** Integers, decimal or {@code 0x} hexadecimal, parted by commas or blanks. */
  INTEGERS {
    @Override
    List<BigInteger> read(Value value, String text) {
      boolean bracketed = text.startsWith("[") && text.endsWith("]");
      String bare = bracketed ? text.substring(1, text.length() - 1) : text;
      List<BigInteger> words = new ArrayList<>();
      for (String word : bare.strip().split("[,\\s]+")) {
        words.add(value.secretInteger(word));
      }
      return words;
    }
  },

  /** Hexadecimal digits, as SGLang's configuration has them. */
  HEX_DIGITS {
    @Override
    List<BigInteger> read(Value value, String text) {
      try {
        return List.of(SglangKey.parse(text.strip()));
      } catch (IllegalArgumentException e) {
        throw value.fault(String.valueOf(e.getMessage()).replaceFirst("^key ", ""));
      }
    }
  },

  /** A string of bytes in hexadecimal, each byte an integer. */
  BYTES {
    @Override
    List<BigInteger> read(Value value, String text) {
      List<BigInteger> words = new ArrayList<>();
      try {
        for (byte octet : HexFormat.of().parseHex(text.strip())) {
          words.add(BigInteger.valueOf(octet & 0xff));
        }
      } catch (IllegalArgumentException e) {
        throw value.fault("must be bytes in hexadecimal");
      }
      return words;
    }
  };

  abstract List<BigInteger> read(Value value, String text);
}
