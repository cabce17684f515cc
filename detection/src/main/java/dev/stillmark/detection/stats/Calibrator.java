package dev.stillmark.detection.stats;

/**
 * Turns e-values into p-values and back, each way at a price.
 *
 * <p>Source: V. Vovk and R. Wang, "E-values: calibration, combination and applications" (2021).
 */
public final class Calibrator {

  private Calibrator() {}

  /** log10 of p = min(1, 1/e), the only admissible way from e to p. */
  public static double log10PFromE(double log10E) {
    return Math.min(0, -log10E) + 0.0;
  }

  /**
   * log10 of e = κ p^(κ-1), whose mean is 1 for a uniform p and below 1 for a conservative one.
   *
   * @param kappa fixed before p was seen, in (0, 1)
   */
  public static double log10EFromP(double log10P, double kappa) {
    if (!(log10P <= 0)) {
      throw new IllegalArgumentException("log10 p must be at most 0 but is " + log10P);
    }
    if (!(kappa > 0 && kappa < 1)) {
      throw new IllegalArgumentException("kappa must be within (0, 1) but is " + kappa);
    }
    return StrictMath.log10(kappa) + (kappa - 1) * log10P;
  }
}
