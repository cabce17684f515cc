package dev.stillmark.detection.probe;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which two short texts are compared. */
final class CanonicalText {

  private static final Pattern CLAUSE_END =
      Pattern.compile("[,;!?(\\n]|\\. |\\.$| [-–—] | because ", Pattern.MULTILINE);
  private static final Pattern BLANKS = Pattern.compile("\\s++");
  private static final String EDGES = "\"'“”‘’`*_.,;:!?()[]{}<> \t\r\n";

  private CanonicalText() {}

  static String firstClause(String text) {
    String inner = trimmed(text);
    return CLAUSE_END.split(inner, 2)[0];
  }

  static String of(String text, boolean isCaseSensitive) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String plain = BLANKS.matcher(trimmed(composed)).replaceAll(" ");
    return isCaseSensitive ? plain : plain.toLowerCase(Locale.ROOT);
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && EDGES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
