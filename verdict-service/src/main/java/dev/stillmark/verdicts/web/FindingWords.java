package dev.stillmark.verdicts.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts and findings of a stored report in words.
 *
 * <p>Words speak about the findings under Hp and Hd, never about what the suspect is. They stop at
 * a million: a larger number says nothing more to a reader, and stands in the figures.
 */
final class FindingWords {

  private static final double LARGEST_IN_WORDS = 6;

  private FindingWords() {}

  static String word(Map<String, Object> verdict) {
    return switch (String.valueOf(verdict.get("verdict"))) {
      case "support" -> "Support";
      case "no-support" -> "No support";
      default -> "Inconclusive (" + verdict.get("reason") + ")";
    };
  }

  static String headline(Map<String, Object> verdict) {
    return switch (String.valueOf(verdict.get("verdict"))) {
      case "support" ->
          "The findings support the hypothesis that the suspect's training data held outputs of"
              + " this teacher.";
      case "no-support" ->
          "The findings do not support the hypothesis that the suspect's training data held"
              + " outputs of this teacher, although the test would probably have shown the"
              + " declared effect.";
      default -> "The findings decide neither way: " + verdict.get("explanation") + ".";
    };
  }

  static String title(Map<String, Object> finding) {
    return switch (String.valueOf(finding.get("kind"))) {
      case "watermark" -> "Watermark, key " + finding.get("keyId");
      case "canaries" -> "Canaries";
      default -> "Signature phrases";
    };
  }

  static String seen(Map<String, Object> finding) {
    return switch (String.valueOf(finding.get("kind"))) {
      case "watermark" -> watermark(finding);
      case "canaries" ->
          "%s of %s returned the drawn reply"
              .formatted(
                  grouped(finding, "hits"), Numbers.counted(number(finding, "asks"), "answer"));
      default ->
          "%s in %s"
              .formatted(
                  Numbers.counted(number(finding, "matches"), "match", "matches"),
                  Numbers.counted(number(finding, "words"), "word"));
    };
  }

  private static String watermark(Map<String, Object> finding) {
    String law = String.valueOf(finding.get("law"));
    String kind = law.substring(0, Math.max(0, law.indexOf(' ')));
    return "%s, %s; %s expected if Hd"
        .formatted(
            Numbers.counted(number(finding, "scored"), unit(kind), units(kind)),
            statistic(kind, number(finding, "statistic")),
            amount(number(finding, "expected")));
  }

  /** What a watermark's law counts once. */
  static String unit(String kind) {
    return switch (kind) {
      case "fixed-list" -> "token type";
      case "bits" -> "n-gram";
      default -> "distinct item";
    };
  }

  private static String units(String kind) {
    return unit(kind) + "s";
  }

  private static String statistic(String kind, Number value) {
    return switch (kind) {
      case "uniform", "two-uniforms" -> "scores that add up to " + amount(value);
      case "bits", "coin" -> amount(value) + " set bits";
      default -> amount(value) + " green";
    };
  }

  /** A mark's strength with its bounds; empty where nothing was scored. */
  static String effect(Map<String, Object> finding) {
    if (!(finding.get("effect") instanceof Map<?, ?> effect)) {
      return "";
    }
    return "%s, between %s and %s with a confidence of %s that holds however often one looked"
        .formatted(
            digits(effect.get("estimate")),
            digits(effect.get("lower")),
            digits(effect.get("upper")),
            Numbers.percent(orZero(effect.get("confidence"))));
  }

  private static String digits(@Nullable Object value) {
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%.4f", number.doubleValue())
        : "no bound";
  }

  private static String amount(Number value) {
    double number = value.doubleValue();
    return number == Math.rint(number)
        ? Numbers.grouped(value)
        : String.format(Locale.ROOT, "%,.1f", number);
  }

  static String worth(Map<String, Object> finding) {
    if (finding.get("panelRank") instanceof Map<?, ?> rank) {
      return panel(rank);
    }
    if (Boolean.TRUE.equals(finding.get("publishedKey"))) {
      return "Nothing: the key is published";
    }
    return finding.get("log10E") instanceof Number log10E
        ? "%s (log10 E = %s)".formatted(times(log10E.doubleValue()), Numbers.tenths(log10E))
        : "Nothing: the e-value is not finite";
  }

  private static String panel(Map<?, ?> rank) {
    long above = rank.get("atLeastAsExtreme") instanceof Number n ? n.longValue() : 0;
    long families = rank.get("families") instanceof Number n ? n.longValue() : 0;
    String size = Numbers.counted(families, "reference family", "reference families");
    if (families == 0) {
      return "Nothing: there is no reference model to compare with";
    }
    return above == 0
        ? "More than any of %s, p = %s".formatted(size, probability(rank))
        : "%,d of %s show as many or more, p = %s".formatted(above, size, probability(rank));
  }

  private static String probability(Map<?, ?> rank) {
    return rank.get("p") instanceof Number p ? Numbers.probability(p) : "unknown";
  }

  /** An e-value in words, in whichever direction it points. */
  static String times(double log10E) {
    double size = Math.abs(log10E);
    if (size < 0.05) {
      return "About as probable if Hp as if Hd";
    }
    String times =
        size >= LARGEST_IN_WORDS
            ? "More than a million times"
            : "About " + significant(StrictMath.pow(10, size)) + " times";
    return log10E > 0
        ? times + " more probable if Hp than if Hd"
        : times + " less probable under the tested form of Hp than if Hd";
  }

  private static String significant(double value) {
    if (value < 10) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
    double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(value)) - 1);
    return String.format(Locale.ROOT, "%,.0f", Math.rint(value / unit) * unit);
  }

  private static String grouped(Map<String, Object> finding, String field) {
    return Numbers.grouped(number(finding, field));
  }

  private static Number number(Map<String, Object> finding, String field) {
    return orZero(finding.get(field));
  }

  private static Number orZero(@Nullable Object value) {
    return value instanceof Number number ? number : 0;
  }
}
