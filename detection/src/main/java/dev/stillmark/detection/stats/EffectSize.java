package dev.stillmark.detection.stats;

/**
 * How strong a mark is: an estimate, and bounds from a confidence sequence, which hold at every
 * time at once and so under any rule of when to stop.
 *
 * @param confidence the probability with which the bounds hold for all times together, in (0, 1)
 */
public record EffectSize(double estimate, double lower, double upper, double confidence) {

  public EffectSize {
    if (!(lower <= estimate && estimate <= upper)) {
      throw new IllegalArgumentException(
          "estimate must be within %s..%s but is %s".formatted(lower, upper, estimate));
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be within (0, 1) but is " + confidence);
    }
  }
}
