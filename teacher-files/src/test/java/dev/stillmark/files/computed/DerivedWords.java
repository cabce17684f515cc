package dev.stillmark.files.computed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Letters and words, derived anew. */
final class DerivedWords {

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

  static final Map<String, Function<Wording, Object>> BY_TOPIC =
      Map.of(
          "letters-in-word", w -> occurrences(w.quoted(0), w.quoted(1)),
          "letters-in-sentence", DerivedWords::lettersE,
          "backwards", w -> backwards(w.quoted(0)),
          "nth-letter",
              w -> backwards(w.quoted(0)).substring(0, w.number(0)).charAt(w.number(0) - 1),
          "sort-words", DerivedWords::inserted,
          "anagram", w -> Arrays.equals(counts(w.quoted(0)), counts(w.quoted(1))) ? "yes" : "no",
          "caesar", DerivedWords::shifted,
          "letter-sum", w -> w.between("of '", "'").chars().map(c -> ALPHABET.indexOf(c) + 1).sum(),
          "arrangements", w -> arrangements(counts(w.quoted(0))));

  private DerivedWords() {}

  private static int occurrences(String letter, String word) {
    return word.length() - word.replace(letter, "").length();
  }

  private static int lettersE(Wording wording) {
    String sentence = wording.between("\"", "\"");
    return sentence.split("[eE]", -1).length - 1;
  }

  private static String backwards(String word) {
    String result = "";
    for (String letter : word.split("")) {
      result = letter + result;
    }
    return result;
  }

  private static String inserted(Wording wording) {
    List<String> sorted = new ArrayList<>();
    for (String word : wording.between("order: ", ".").split(", ")) {
      int at = 0;
      while (at < sorted.size() && sorted.get(at).compareTo(word) < 0) {
        at++;
      }
      sorted.add(at, word);
    }
    return String.join(", ", sorted);
  }

  private static int[] counts(String word) {
    int[] counts = new int[ALPHABET.length()];
    word.chars().forEach(c -> counts[ALPHABET.indexOf(c)]++);
    return counts;
  }

  private static String shifted(Wording wording) {
    String rotated =
        ALPHABET.substring(wording.number(0)) + ALPHABET.substring(0, wording.number(0));
    StringBuilder result = new StringBuilder();
    wording.quoted(0).chars().forEach(c -> result.append(rotated.charAt(ALPHABET.indexOf(c))));
    return result.toString();
  }

  /** Places for each letter in turn, out of those that are left. */
  private static long arrangements(int[] counts) {
    long ways = 1;
    int left = Arrays.stream(counts).sum();
    for (int count : counts) {
      ways *= choose(left, count);
      left -= count;
    }
    return ways;
  }

  private static long choose(int n, int k) {
    return k == 0 || k == n ? 1 : choose(n - 1, k - 1) + choose(n - 1, k);
  }
}
