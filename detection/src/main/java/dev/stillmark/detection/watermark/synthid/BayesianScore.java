package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.FieldDigest;
import java.util.List;

/**
 * The posterior of a watermark by a trained detector of transformers, {@code
 * BayesianDetectorModel}, for one sequence by itself.
 *
 * <p>The reference works in 32-bit floats, whose sums differ from these by up to 1e-5. It gives
 * another posterior, a wrong one, where a batch of several sequences scores a single position each.
 *
 * @param beta one offset for each layer
 * @param delta for each layer one weight for each layer; those of earlier layers are used
 * @param prior the probability of a watermark before the text is seen, in [0, 1]
 */
public record BayesianScore(List<Double> beta, List<List<Double>> delta, double prior)
    implements ReferenceScore {

  private static final double LEAST_PRIOR = 1e-5;
  private static final double LEAST_LIKELIHOOD = 1e-30;

  public BayesianScore {
    beta = List.copyOf(beta);
    delta = delta.stream().map(List::copyOf).toList();
    int depth = beta.size();
    if (delta.size() != depth || delta.stream().anyMatch(row -> row.size() != depth)) {
      throw new IllegalArgumentException(
          "delta must be a square of beta's size %d but has %d rows of %s"
              .formatted(depth, delta.size(), delta.stream().map(List::size).distinct().toList()));
    }
    if (!(prior >= 0 && prior <= 1)) {
      throw new IllegalArgumentException("prior must be within [0, 1] but is " + prior);
    }
  }

  @Override
  public String label() {
    return "bayesian";
  }

  @Override
  public String parameters() {
    String weights = new FieldDigest("synthid bayesian").add(beta + " " + delta).hex();
    return "prior=%s weights=%s".formatted(prior, weights.substring(0, 16));
  }

  @Override
  public double of(long[] masks, int depth) {
    double share = Math.clamp(prior, LEAST_PRIOR, 1 - LEAST_PRIOR);
    double logOdds = StrictMath.log(share / (1 - share));
    for (long mask : masks) {
      logOdds += surprise(mask);
    }
    return sigmoid(logOdds);
  }

  /** ln of the likelihood ratio of one position's g-values. */
  private double surprise(long mask) {
    double sum = 0;
    for (int layer = 0; layer < beta.size(); layer++) {
      double twoUnique = sigmoid(logit(layer, mask));
      long g = (mask >>> layer) & 1;
      double likelihood = 0.5 * ((g + 0.5) * twoUnique + (1 - twoUnique));
      sum += StrictMath.log(Math.max(likelihood, LEAST_LIKELIHOOD) / 0.5);
    }
    return sum;
  }

  /** Of two different tokens having met in this layer of the tournament. */
  private double logit(int layer, long mask) {
    double logit = beta.get(layer);
    for (int earlier = 0; earlier < layer; earlier++) {
      logit += delta.get(layer).get(earlier) * ((mask >>> earlier) & 1);
    }
    return logit;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
