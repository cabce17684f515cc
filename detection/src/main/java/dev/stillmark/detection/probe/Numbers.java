package dev.stillmark.detection.probe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in a text, in digits or, where it has none, in English words up to twenty. */
final class Numbers {

  /** Longer runs of digits are no answer to anything, and slow to calculate with. */
  private static final int MOST_DIGITS = 60;

  private static final int MOST_NUMBERS = 200;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{Alnum}.])([-−+]?+)(\\d{1,3}(?:[,'_\\u00a0\\u202f]\\d{3})++(?!\\d)|\\d++)(\\.\\d++)?+"
              + " ?+(\\p{L}{1,20}|°C|°F|[°%])?+");

  private static final Pattern WORD = Pattern.compile("\\p{L}++");

  private static final List<String> WORDS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private Numbers() {}

  /**
   * The numbers, in order.
   *
   * @param units what a number before one of these words is multiplied by
   */
  static List<BigDecimal> in(String text, Map<String, BigDecimal> units) {
    List<BigDecimal> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find() && numbers.size() < MOST_NUMBERS) {
      if (matcher.end() - matcher.start() <= MOST_DIGITS) {
        numbers.add(value(matcher, units));
      }
    }
    return numbers.isEmpty() ? inWords(text) : numbers;
  }

  private static BigDecimal value(Matcher number, Map<String, BigDecimal> units) {
    String fraction = number.group(3) == null ? "" : number.group(3);
    String whole = number.group(2).replaceAll("\\D", "");
    BigDecimal size = new BigDecimal(whole + fraction);
    BigDecimal signed =
        "-−".contains(number.group(1)) && !number.group(1).isEmpty() ? size.negate() : size;
    BigDecimal factor = number.group(4) == null ? null : units.get(number.group(4));
    return new BigDecimal(plain(factor == null ? signed : signed.multiply(factor)));
  }

  private static List<BigDecimal> inWords(String text) {
    return WORD.matcher(text)
        .results()
        .map(word -> WORDS.indexOf(word.group().toLowerCase(Locale.ROOT)))
        .filter(value -> value >= 0)
        .limit(MOST_NUMBERS)
        .map(BigDecimal::valueOf)
        .toList();
  }

  /** Without exponent, without zeros at the end of a fraction. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
