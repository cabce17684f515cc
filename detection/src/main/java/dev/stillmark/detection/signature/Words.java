package dev.stillmark.detection.signature;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The normalised words of a text, in order, joined by single spaces.
 *
 * <p>A word is a run of letters, combining marks, digits and inner apostrophes of the lower-cased
 * (Locale.ROOT), composed (NFC) text; a typographic apostrophe is a plain one. Everything else
 * parts words and is dropped, so a phrase may reach over punctuation.
 */
final class Words {

  /** The most words in a phrase. */
  static final int LONGEST_PHRASE = 4;

  private static final char APOSTROPHE = '\'';
  private static final long HASH_FACTOR = 0x9e3779b97f4a7c15L;

  private final String joined;
  private final int[] starts;
  private final long[] hashes;

  private Words(String joined) {
    this.joined = joined;
    int size = joined.isEmpty() ? 0 : 1 + (int) joined.chars().filter(c -> c == ' ').count();
    starts = new int[size + 1];
    hashes = new long[size];
    for (int i = 0; i < size; i++) {
      int space = joined.indexOf(' ', starts[i]);
      int end = space < 0 ? joined.length() : space;
      hashes[i] = hash(joined, starts[i], end);
      starts[i + 1] = end + 1;
    }
  }

  static Words of(String text) {
    String normal =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replace('\u2019', APOSTROPHE);
    StringBuilder joined = new StringBuilder(normal.length());
    int end = 0;
    for (int start = wordStart(normal, end);
        start < normal.length();
        start = wordStart(normal, end)) {
      end = wordEnd(normal, start);
      joined.append(joined.isEmpty() ? "" : " ").append(normal, start, end);
    }
    return new Words(joined.toString());
  }

  private static int wordStart(String text, int from) {
    int at = from;
    while (at < text.length() && !isWordCharacter(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!isWordCharacter(codePoint) && !isInnerApostrophe(text, at)) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static boolean isInnerApostrophe(String text, int at) {
    return text.charAt(at) == APOSTROPHE
        && at + 1 < text.length()
        && isWordCharacter(text.codePointAt(at + 1));
  }

  private static boolean isWordCharacter(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> Character.isLetterOrDigit(codePoint);
    };
  }

  int size() {
    return hashes.length;
  }

  /** All words, joined by single spaces. */
  String joined() {
    return joined;
  }

  /** The phrase of {@code length} words from word {@code from} on. */
  String phrase(int from, int length) {
    return joined.substring(starts[from], starts[from + length] - 1);
  }

  boolean isPhrase(int from, int length, String phrase) {
    return starts[from + length] - 1 - starts[from] == phrase.length()
        && joined.startsWith(phrase, starts[from]);
  }

  /**
   * The hash of a phrase whose first words hash to {@code before} (0 for none) and whose last word
   * is word {@code index}.
   */
  long rollOn(long before, int index) {
    return mix(before * HASH_FACTOR + hashes[index]);
  }

  /** The distinct hashes of all phrases of exactly {@code length} words, ascending. */
  long[] distinctPhraseHashes(int length) {
    long[] all = new long[Math.max(0, size() - length + 1)];
    for (int from = 0; from < all.length; from++) {
      for (int i = from; i < from + length; i++) {
        all[from] = rollOn(all[from], i);
      }
    }
    Arrays.sort(all);
    int distinct = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  private static long hash(String text, int start, int end) {
    long hash = 1;
    for (int i = start; i < end; i++) {
      hash = hash * HASH_FACTOR + text.charAt(i);
    }
    return mix(hash);
  }

  private static long mix(long hash) {
    long x = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return x ^ (x >>> 32);
  }
}
