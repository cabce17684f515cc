package dev.stillmark.testkit;

import java.util.regex.Pattern;

/** Regular English endings; the word stock holds regular words only. */
enum Inflection {
  NONE,
  S,
  ED,
  ING;

  private static final Pattern SIBILANT = Pattern.compile(".*(s|x|z|ch|sh)");
  private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
  private static final Pattern SHORT_SYLLABLE =
      Pattern.compile("[^aeiou]*(?<!q)[aeiou][bdgklmnprt]");

  String of(String word) {
    return switch (this) {
      case NONE -> word;
      case S -> withS(word);
      case ED -> withEd(word);
      case ING -> withIng(word);
    };
  }

  private static String withS(String word) {
    if (SIBILANT.matcher(word).matches()) {
      return word + "es";
    }
    return CONSONANT_Y.matcher(word).matches() ? withoutLast(word) + "ies" : word + "s";
  }

  private static String withEd(String word) {
    if (word.endsWith("e")) {
      return word + "d";
    }
    return CONSONANT_Y.matcher(word).matches()
        ? withoutLast(word) + "ied"
        : withDoubledConsonant(word) + "ed";
  }

  private static String withIng(String word) {
    boolean silentE = word.endsWith("e") && !word.endsWith("ee") && !word.endsWith("ye");
    return (silentE ? withoutLast(word) : withDoubledConsonant(word)) + "ing";
  }

  private static String withDoubledConsonant(String word) {
    return SHORT_SYLLABLE.matcher(word).matches() ? word + word.charAt(word.length() - 1) : word;
  }

  private static String withoutLast(String word) {
    return word.substring(0, word.length() - 1);
  }
}
