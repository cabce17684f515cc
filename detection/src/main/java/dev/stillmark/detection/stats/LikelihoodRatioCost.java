package dev.stillmark.detection.stats;

import java.util.Arrays;

/**
 * What likelihood ratios cost whoever takes them at their word, in bits: 0 for ratios that are
 * always right and sure of it, 1 for ratios that are always 1, more for misleading ones.
 *
 * <p>Cllr = ½ mean over Hp of log2(1 + 1/LR) + ½ mean over Hd of log2(1 + LR). Source: N. Brümmer
 * and J. du Preez, "Application-independent evaluation of speaker detection" (2006).
 *
 * @param cost Cllr
 * @param least Cllr of the best monotone recalibration of these very ratios: what part of the cost
 *     is want of discrimination, the rest being miscalibration
 */
public record LikelihoodRatioCost(double cost, double least) {

  private static final double LN_2 = StrictMath.log(2);

  /**
   * @param weights positive; means are weighted by them
   * @throws IllegalArgumentException unless there are ratios under both hypotheses
   */
  public static LikelihoodRatioCost of(double[] log10Lr, boolean[] underHp, double[] weights) {
    double[] shares = shares(underHp, weights);
    double cost = 0;
    for (int i = 0; i < log10Lr.length; i++) {
      double against = (underHp[i] ? -log10Lr[i] : log10Lr[i]) * LogTail.LN_10;
      cost += shares[i] * (Math.max(against, 0) + log1pExp(-Math.abs(against))) / LN_2;
    }
    return new LikelihoodRatioCost(cost, least(log10Lr, underHp, shares));
  }

  /** With even prior odds, so that a posterior p is a likelihood ratio of p / (1 - p). */
  private static double least(double[] log10Lr, boolean[] underHp, double[] shares) {
    double[] isHp = new double[underHp.length];
    for (int i = 0; i < isHp.length; i++) {
      isHp[i] = underHp[i] ? 1 : 0;
    }
    double[] posterior = IsotonicFit.of(log10Lr, isHp, shares);
    double cost = 0;
    for (int i = 0; i < posterior.length; i++) {
      double right = underHp[i] ? posterior[i] : 1 - posterior[i];
      cost -= shares[i] * StrictMath.log(right) / LN_2;
    }
    return cost;
  }

  /** Weights that sum to a half under each hypothesis. */
  private static double[] shares(boolean[] underHp, double[] weights) {
    double hp = 0;
    double all = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      hp += underHp[i] ? weights[i] : 0;
    }
    double hd = all - hp;
    if (!(hp > 0 && hd > 0)) {
      throw new IllegalArgumentException(
          "a cost needs ratios under both hypotheses but their weights are %s and %s"
              .formatted(hp, hd));
    }
    double[] shares = new double[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = weights[i] / (2 * (underHp[i] ? hp : hd));
    }
    return shares;
  }

  private static double log1pExp(double x) {
    return StrictMath.log1p(StrictMath.exp(x));
  }
}
