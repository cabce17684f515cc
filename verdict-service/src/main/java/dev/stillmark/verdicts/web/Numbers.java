package dev.stillmark.verdicts.web;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a person reads them on a page; the report's JSON keeps all digits. */
@TemplateExtension
final class Numbers {

  private Numbers() {}

  /** {@code 12,345}. */
  static String grouped(Number value) {
    return String.format(Locale.ROOT, "%,d", value.longValue());
  }

  /** {@code 1 test}, {@code 2,000 tests}. */
  static String counted(Number value, String one) {
    return counted(value, one, one + "s");
  }

  /** {@code 1 family}, {@code 2 families}. */
  static String counted(Number value, String one, String many) {
    return grouped(value) + " " + (value.longValue() == 1 ? one : many);
  }

  /** {@code 61.3}. */
  static String tenths(Number value) {
    String text = String.format(Locale.ROOT, "%,.1f", value.doubleValue());
    return text.equals("-0.0") ? "0.0" : text.replace('-', '\u2212');
  }

  /** {@code 27.3 %}. */
  static String percent(Number share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share.doubleValue());
  }

  /** Two significant digits, and never 1 for what is less. */
  static String probability(Number value) {
    double p = value.doubleValue();
    if (p > 0.99 && p < 1) {
      return "more than 0.99";
    }
    if (p < 0.0001) {
      return p == 0 ? "0" : String.format(Locale.ROOT, "%.0e", p).replace("e-0", "e-");
    }
    return new BigDecimal(p, new MathContext(2)).stripTrailingZeros().toPlainString();
  }
}
