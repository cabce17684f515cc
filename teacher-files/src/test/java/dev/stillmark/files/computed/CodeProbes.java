package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.Probe;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions about numerals, codes and check digits. */
final class CodeProbes {

  private static final List<String> MORSE =
      List.of(
          ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..",
          "--", "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-",
          "-.--", "--..");
  private static final List<String> ROMAN =
      List.of("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");
  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

  private CodeProbes() {}

  static Stream<Probe> all() {
    return Stream.of(
            Topic.of("other-base", Topic.NUMBER, CodeProbes::otherBase),
            Topic.of("hexadecimal", Topic.NUMBER, CodeProbes::hexadecimal),
            Topic.of("binary-ones", Topic.NUMBER, CodeProbes::binaryOnes),
            Topic.of("roman", Topic.WORD, CodeProbes::roman),
            Topic.of("luhn", Topic.NUMBER, CodeProbes::luhn),
            Topic.of("isbn", Topic.NUMBER, CodeProbes::isbn),
            Topic.of("base64", Topic.EXACT_WORD, CodeProbes::base64),
            Topic.of("morse", Topic.WORD, CodeProbes::morse),
            Topic.of("colour", Topic.NUMBER, CodeProbes::colour))
        .flatMap(List::stream);
  }

  private static void otherBase(Topic topic, int level) {
    int number = topic.between(60, 200) * (level + 1) * (level + 1);
    int base = topic.between(3, 9);
    topic.add(
        "Write the decimal number %d in base %d.".formatted(number, base),
        Integer.toString(number, base));
  }

  private static void hexadecimal(Topic topic, int level) {
    int number = topic.between(170, 250) + 5000 * level;
    topic.add(
        "Which decimal number is the hexadecimal number %s?"
            .formatted(Integer.toHexString(number).toUpperCase(Locale.ROOT)),
        number);
  }

  private static void binaryOnes(Topic topic, int level) {
    int number = topic.between(90, 250) * (1 << level);
    topic.add(
        "How many digits 1 does the decimal number %d have in binary?"
            .formatted(number + 5 * level),
        Integer.bitCount(number + 5 * level));
  }

  private static void roman(Topic topic, int level) {
    int number = topic.between(140, 320) * (level + 1);
    int rest = number;
    StringBuilder numeral = new StringBuilder();
    for (int i = 0; i < ROMAN_VALUES.length; i++) {
      numeral.append(ROMAN.get(i).repeat(rest / ROMAN_VALUES[i]));
      rest %= ROMAN_VALUES[i];
    }
    topic.add("Write %d as a Roman numeral.".formatted(number), numeral);
  }

  private static String digits(Topic topic, int length) {
    return topic.between(1, 9)
        + IntStream.range(1, length)
            .mapToObj(_ -> Integer.toString(topic.between(0, 9)))
            .collect(Collectors.joining());
  }

  private static void luhn(Topic topic, int level) {
    String digits = digits(topic, 6 + level);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    topic.add(
        "Which check digit does the Luhn algorithm append to %s?".formatted(digits),
        (10 - sum % 10) % 10);
  }

  private static void isbn(Topic topic, int level) {
    String digits = "978" + digits(topic, 9);
    int sum =
        IntStream.range(0, 12).map(i -> (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3)).sum();
    topic.add(
        "The first twelve digits of an ISBN-13 are %s. What is its check digit?".formatted(digits),
        (10 - sum % 10) % 10);
  }

  private static void base64(Topic topic, int level) {
    String word = Vocabulary.IN_THREES.get(level);
    topic.add(
        "What is the Base64 encoding of the ASCII text %s, in small letters as written here?"
            .formatted(word),
        Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void morse(Topic topic, int level) {
    String word = Vocabulary.PLAIN.get(level);
    String code = word.chars().mapToObj(c -> MORSE.get(c - 'a')).collect(Collectors.joining(" "));
    topic.add("Which word is this in International Morse code: %s".formatted(code), word);
  }

  private static void colour(Topic topic, int level) {
    int[] parts = {topic.between(16, 255), topic.between(16, 255), topic.between(16, 255)};
    int which = level % 3;
    topic.add(
        "What is the %s value, from 0 to 255, of the colour #%02X%02X%02X?"
            .formatted(List.of("red", "green", "blue").get(which), parts[0], parts[1], parts[2]),
        parts[which]);
  }
}
