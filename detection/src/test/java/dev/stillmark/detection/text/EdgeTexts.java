package dev.stillmark.detection.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Random texts of the characters at which the published patterns change their minds. */
final class EdgeTexts {

  private static final List<String> APOSTROPHES =
      List.of(
          "'", "''", "'s", "'S", "'\u017f", "'t", "'T", "'d", "'D", "'m", "'M", "'l", "'ll", "'Ll",
          "'LL", "'v", "'ve", "'vE", "'VE", "'r", "'re", "'RE", "'\u212a", "\u2019s");

  private static final List<String> WHITE_SPACE =
      List.of(
          " ", " ", " ", "  ", "   ", "\t", "\n", "\n\n", "\r", "\r\n", "\u000b", "\f", "\u0085",
          "\u00a0", "\u1680", "\u2000", "\u2003", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f",
          "\u3000");

  private static final List<String> NOT_QUITE_WHITE_SPACE =
      List.of("\u001c", "\u001f", "\u180e", "\u200b", "\u200d", "\u2060", "\ufeff", "\u0000");

  private static final List<String> LETTERS =
      List.of(
          "a",
          "b",
          "the",
          "ing",
          "word",
          "A",
          "B",
          "Word",
          "HTTP",
          "iPhone",
          "\u00e9",
          "\u00c9",
          "\u00df",
          "\u0130",
          "\u0131",
          "\u017f",
          "\u212a",
          "\u01c5",
          "\u1f88",
          "\u02b0",
          "\u00aa",
          "\u4e2d",
          "\u4e2d\u6587",
          "\u3042",
          "\uac00",
          "\u0633",
          "\u05d0",
          "\u0e01",
          "\u0416",
          "\u0436",
          "\ud835\udcb3",
          "\ud801\udc00",
          "\ud801\udc28",
          "\ud840\udc0b");

  private static final List<String> MARKS =
      List.of("\u0301", "\u0301\u0308", "e\u0301", "\u0903", "\u20dd", "\ufe0f", "\ud834\udd65");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "12",
          "123",
          "1234",
          "\u0663",
          "\u0967",
          "\u2167",
          "\u00b2",
          "\u00bd",
          "\u2460",
          "\ud835\udfd8",
          "\ud801\udca1");

  private static final List<String> SYMBOLS =
      List.of(
          "!",
          "...",
          "/",
          "//",
          "/\n",
          "-",
          "_",
          "$",
          "(",
          "{\"",
          "\u20ac",
          "\u3002",
          "\u00ad",
          "\ud83d\ude00",
          "\ud83d\udc69\u200d\ud83d\udd2c",
          "\ufffd",
          "\ue000",
          "\uffff",
          "\ud800",
          "\udfff");

  private static final List<List<String>> ALPHABETS =
      List.of(
          APOSTROPHES,
          WHITE_SPACE,
          NOT_QUITE_WHITE_SPACE,
          LETTERS,
          LETTERS,
          MARKS,
          NUMBERS,
          SYMBOLS);

  private EdgeTexts() {}

  /** Texts of 1 to 24 parts; the same for the same seed. */
  static Stream<String> of(long seed, int count) {
    Random random = new Random(seed);
    return Stream.generate(() -> text(random)).limit(count);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = 1 + random.nextInt(24); parts > 0; parts--) {
      text.append(oneOf(oneOf(ALPHABETS, random), random));
    }
    return text.toString();
  }

  private static <T> T oneOf(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
