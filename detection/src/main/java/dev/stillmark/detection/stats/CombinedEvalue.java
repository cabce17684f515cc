package dev.stillmark.detection.stats;

import java.util.Arrays;

/**
 * One e-value out of several: the product where each rests on its own randomness, else the average.
 *
 * <p>The product is an e-value where each factor has a mean of at most 1 given the text, the keys
 * or draws behind the factors are independent of each other and under Hd of the text, no randomness
 * enters two factors, and the factors were chosen beforehand. It then rejects their joint Hd only.
 * Whatever falls short of that, such as two statistics of one key, payload shifts, derived keys or
 * overlapping splits, may be averaged: a mean of e-values is one under any dependence.
 *
 * <p>Source: V. Vovk and R. Wang, "E-values: calibration, combination and applications" (2021).
 */
public final class CombinedEvalue {

  private CombinedEvalue() {}

  /** log10 of the product; 0, an e-value of 1, for none. */
  public static double productOfIndependent(double... log10E) {
    requireFinite(log10E);
    return Arrays.stream(log10E).sum();
  }

  /** log10 of the mean, for e-values that may depend on each other in any way; at least one. */
  public static double averageOfDependent(double... log10E) {
    requireFinite(log10E);
    double largest = Arrays.stream(log10E).max().orElseThrow(CombinedEvalue::nothingToAverage);
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double sum = 0;
    for (double value : log10E) {
      sum += StrictMath.pow(10, value - largest);
    }
    return largest + StrictMath.log10(sum / log10E.length);
  }

  /** An e-value of 0 is allowed, an infinite one is not: its product with 0 has no meaning. */
  private static void requireFinite(double[] log10E) {
    for (double value : log10E) {
      if (!(value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("log10 e must be below infinity but is " + value);
      }
    }
  }

  private static IllegalArgumentException nothingToAverage() {
    return new IllegalArgumentException("e-values to average must be at least 1 but are 0");
  }
}
