package dev.stillmark.detection.attribution.measuring;

/**
 * The terms of two answers' lengths that a similarity is regressed on: 1, a, b, a², b², ab and |a -
 * b|, where a and b are ln(1 + tokens) less 5.5.
 */
final class LengthTerms {

  static final int COUNT = 7;

  private static final double TYPICAL_LOG_LENGTH = 5.5;

  private LengthTerms() {}

  static void write(double logLength, double referenceLogLength, double[] into) {
    double a = logLength - TYPICAL_LOG_LENGTH;
    double b = referenceLogLength - TYPICAL_LOG_LENGTH;
    into[0] = 1;
    into[1] = a;
    into[2] = b;
    into[3] = a * a;
    into[4] = b * b;
    into[5] = a * b;
    into[6] = Math.abs(a - b);
  }
}
