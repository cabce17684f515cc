package dev.stillmark.detection.verdict;

import org.jspecify.annotations.Nullable;

/**
 * The declared rule under which findings become a verdict; fixed before anyone looks.
 *
 * @param alpha the error rate of an accusation over all tests tried, in (0, 1)
 * @param effect the share of green tokens under Hp at which power is stated, or null for the odds
 *     ratio {@link #DEFAULT_ODDS_RATIO} against the scheme's own γ
 * @param power the power from which an absent signal counts as {@code no-support}, in (0, 1)
 * @param ledgerBAlpha the level at which a rank against the reference panel counts, in (0, 1)
 */
public record Policy(double alpha, @Nullable Double effect, double power, double ledgerBAlpha) {

  /** The odds ratio that takes a green share of 0.25 to 0.27. */
  public static final double DEFAULT_ODDS_RATIO = (0.27 / 0.73) / (0.25 / 0.75);

  public static final Policy DEFAULT = new Policy(1e-6, null, 0.8, 0.05);

  public Policy {
    requireShare("alpha", alpha);
    if (effect != null) {
      requireShare("effect", effect);
    }
    requireShare("power", power);
    requireShare("ledgerBAlpha", ledgerBAlpha);
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be within (0, 1) but is " + value);
    }
  }

  /**
   * log10 of the e-value that an accusation needs when {@code tests} keys and teachers were tried.
   */
  public double log10Threshold(int tests) {
    return StrictMath.log10(Math.max(1, tests)) - StrictMath.log10(alpha);
  }

  /** The green share under Hp for a green list of share {@code gamma}. */
  public double greenShareUnderHp(double gamma) {
    if (effect != null && effect > gamma) {
      return effect;
    }
    double odds = DEFAULT_ODDS_RATIO * gamma / (1 - gamma);
    return odds / (1 + odds);
  }
}
