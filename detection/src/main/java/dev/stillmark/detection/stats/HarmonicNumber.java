package dev.stillmark.detection.stats;

/**
 * H_κ = ψ(κ + 1) + γ, the mean exponential score -ln(1 - u) of a draw of density κ u^(κ-1).
 *
 * <p>Source: M. Abramowitz and I. Stegun, 6.3.5 (recurrence) and 6.3.18 (expansion).
 */
public final class HarmonicNumber {

  private static final double EULER_GAMMA = 0.5772156649015329;
  private static final double EXPANSION_FROM = 16;

  private HarmonicNumber() {}

  /** For κ ≥ 0, to 1e-14. */
  public static double of(double kappa) {
    if (!(kappa >= 0)) {
      throw new IllegalArgumentException("kappa must not be negative but is " + kappa);
    }
    double shifted = kappa + 1;
    double sum = EULER_GAMMA;
    while (shifted < EXPANSION_FROM) {
      sum -= 1 / shifted;
      shifted++;
    }
    double r = 1 / (shifted * shifted);
    double series = r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r / 132))));
    return sum + StrictMath.log(shifted) - 0.5 / shifted - series;
  }

  /** The κ whose mean exponential score is {@code mean}, within (0, 700). */
  public static double inverse(double mean) {
    if (!(mean > 0 && mean < 700)) {
      throw new IllegalArgumentException(
          "the mean exponential score must be within (0, 700) but is " + mean);
    }
    double above = StrictMath.exp(mean);
    return Boundary.between(above, 0, kappa -> of(kappa) >= mean);
  }
}
