package dev.stillmark.files.computed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numerals, codes and check digits, derived anew. */
final class DerivedCodes {

  /** ITU-R M.1677-1, in the order of the codes' length. */
  private static final Map<String, String> LETTERS =
      Arrays.stream(
              ("E . T - I .. A .- N -. M -- S ... U ..- R .-. W .-- D -.. K -.- G --. O --- H .... V"
                      + " ...- F ..-. L .-.. P .--. J .--- B -... X -..- C -.-. Y -.-- Z --.. Q --.-")
                  .split("(?<=[.-]) "))
          .collect(Collectors.toMap(pair -> pair.substring(2), pair -> pair.substring(0, 1)));

  private static final List<List<String>> ROMAN =
      List.of(
          List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
          List.of("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"),
          List.of("", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"),
          List.of("", "M", "MM", "MMM"));

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  static final Map<String, Function<Wording, Object>> BY_TOPIC =
      Map.of(
          "other-base", w -> inBase(w.number(0), w.number(1)),
          "hexadecimal", w -> fromHexadecimal(w.between("hexadecimal number ", "?")),
          "binary-ones", w -> inBase(w.number(1), 2).replace("0", "").length(),
          "roman", w -> roman(w.digits(0)),
          "luhn", w -> checkDigit(digit -> isLuhn(w.digits(0) + digit)),
          "isbn", w -> checkDigit(digit -> isIsbn(w.digits(1) + digit)),
          "base64", w -> base64(w.between("ASCII text ", ",")),
          "morse", DerivedCodes::decoded,
          "colour", DerivedCodes::colour);

  private DerivedCodes() {}

  private static String inBase(int number, int base) {
    return number < base ? "" + number : inBase(number / base, base) + number % base;
  }

  private static int fromHexadecimal(String digits) {
    return digits.chars().map("0123456789ABCDEF"::indexOf).reduce(0, (sum, d) -> 16 * sum + d);
  }

  private static String roman(String digits) {
    String numeral = "";
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      numeral = ROMAN.get(place).get(digit) + numeral;
    }
    return numeral;
  }

  /** The only digit that makes the whole number valid. */
  private static int checkDigit(IntPredicate isValid) {
    return IntStream.rangeClosed(0, 9).filter(isValid).boxed().toList().getFirst();
  }

  private static boolean isLuhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(i) - '0';
      boolean isDoubled = (number.length() - i) % 2 == 0;
      sum += isDoubled ? digit / 5 + 2 * digit % 10 : digit;
    }
    return sum % 10 == 0;
  }

  private static boolean isIsbn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      sum += (1 + 2 * (i % 2)) * (number.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  private static String base64(String text) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i += 3) {
      int bits = text.charAt(i) << 16 | text.charAt(i + 1) << 8 | text.charAt(i + 2);
      for (int shift = 18; shift >= 0; shift -= 6) {
        encoded.append(BASE64.charAt(bits >> shift & 63));
      }
    }
    return encoded.toString();
  }

  private static String decoded(Wording wording) {
    String code = wording.question().substring(wording.question().indexOf(": ") + 2);
    return Arrays.stream(code.split(" "))
        .map(LETTERS::get)
        .collect(Collectors.joining())
        .toLowerCase();
  }

  private static int colour(Wording wording) {
    String digits = wording.between("#", "?");
    int place = List.of("red", "green", "blue").indexOf(wording.between("the ", " value"));
    return fromHexadecimal(digits.substring(2 * place, 2 * place + 2));
  }
}
