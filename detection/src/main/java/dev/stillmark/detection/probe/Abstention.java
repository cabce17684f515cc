package dev.stillmark.detection.probe;

import java.util.List;
import java.util.Locale;

/** Whether an answer says that there will be none. */
final class Abstention {

  private static final List<String> PHRASES =
      List.of(
          "i don't know",
          "i do not know",
          "i'm not sure",
          "i am not sure",
          "i'm unable",
          "i am unable",
          "i cannot",
          "i can't",
          "i can not",
          "i'm sorry",
          "i am sorry",
          "no idea",
          "cannot be determined",
          "can't be determined",
          "cannot determine",
          "can't determine",
          "not able to",
          "is unknown",
          "as an ai");

  private Abstention() {}

  static boolean isIn(String answer) {
    String plain = answer.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return PHRASES.stream().anyMatch(plain::contains);
  }
}
