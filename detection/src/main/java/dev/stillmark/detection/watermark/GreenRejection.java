package dev.stillmark.detection.watermark;

import java.util.random.RandomGenerator;

/**
 * The soft green-list watermark for a model that can be sampled but lists no probabilities: it
 * proposes tokens until one stands. Belongs to one thread.
 *
 * <p>Draws from the same distribution as {@link GreenBias}, which multiplies p(t) by e^δ where t is
 * green and divides by the sum. A proposal t, drawn from p, stands with probability a(t), which is
 * 1 where t is green and e^-δ where it is not; the first to stand is then drawn in proportion to
 * p(t) a(t), and e^δ a(t) is the factor of {@link GreenBias}. Source of rejection sampling: von
 * Neumann, "Various techniques used in connection with random digits" (1951).
 *
 * <p>Only for green ids that are known before the probabilities are: those of {@link SeededGreens}.
 */
public final class GreenRejection {

  private final SeededGreens greens;
  private final double redAcceptance;

  /**
   * @param bias δ, finite and not negative: a proposal cannot stand more often than always
   */
  public GreenRejection(SeededGreens greens, double bias) {
    if (!(Double.isFinite(bias) && bias >= 0)) {
      throw new IllegalArgumentException("bias must be finite and at least 0 but is " + bias);
    }
    this.greens = greens;
    this.redAcceptance = StrictMath.exp(-bias);
  }

  /**
   * Whether a proposed token stands as the next one; if not, another is to be proposed.
   *
   * @param ids the tokens so far; only the first {@code length} are looked at
   * @param token drawn from the model's distribution after them, not negative
   */
  public boolean stands(int token, long[] ids, int length, RandomGenerator random) {
    return greens.after(ids, length).get(token) || random.nextDouble() < redAcceptance;
  }

  /**
   * How probable it is that a proposal stands where green tokens hold {@code greenShare} of the
   * probability; one over it is the mean number of proposals, at most e^δ.
   */
  public double acceptance(double greenShare) {
    return greenShare + (1 - greenShare) * redAcceptance;
  }
}
