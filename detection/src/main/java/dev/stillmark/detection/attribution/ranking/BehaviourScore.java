package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * One figure per teacher out of z-scores: a signal by itself, or the equal-weight mean of several,
 * in either case less what another teacher explains better.
 *
 * @param most beyond which a single z-score counts no more
 */
record BehaviourScore(String name, Set<BehaviourSignal> signals, double most) {

  private static final double CLIP = 6;

  BehaviourScore {
    signals = Collections.unmodifiableSet(EnumSet.copyOf(signals));
  }

  /** Of signals on shared prompts. */
  static final BehaviourScore FUSED =
      new BehaviourScore(
          "fused",
          Set.of(
              BehaviourSignal.RARE_GRAMS,
              BehaviourSignal.FIVE_GRAMS,
              BehaviourSignal.RARE_FIVE_GRAMS,
              BehaviourSignal.CHARACTER_GRAMS,
              BehaviourSignal.OPENINGS,
              BehaviourSignal.STYLE_MOVES,
              BehaviourSignal.STYLE),
          CLIP);

  /** Of signals that need no prompt in common. */
  static final BehaviourScore PROMPT_FREE =
      new BehaviourScore(
          "prompt-free", Set.of(BehaviourSignal.FREE_STYLE, BehaviourSignal.WORD_CLASSIFIER), CLIP);

  static BehaviourScore of(BehaviourSignal signal) {
    String name = signal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new BehaviourScore(name, Set.of(signal), Double.POSITIVE_INFINITY);
  }

  /**
   * By teacher.
   *
   * @param own which teachers are of the model's own family and so explain nothing
   */
  double[] of(Map<BehaviourSignal, double[]> z, boolean[] own) {
    return explainAway(mean(z, own.length), own);
  }

  private double[] mean(Map<BehaviourSignal, double[]> z, int teachers) {
    double[] means = new double[teachers];
    for (int teacher = 0; teacher < teachers; teacher++) {
      int column = teacher;
      means[teacher] = mean(signal -> z.containsKey(signal) ? z.get(signal)[column] : Double.NaN);
    }
    return means;
  }

  /** The mean of the clipped z-scores that there are; NaN where there is none. */
  double mean(ToDoubleFunction<BehaviourSignal> z) {
    double sum = 0;
    int counted = 0;
    for (BehaviourSignal signal : signals) {
      double score = z.applyAsDouble(signal);
      if (!Double.isNaN(score)) {
        sum += Math.clamp(score, -most, most);
        counted++;
      }
    }
    return sum / counted;
  }

  /** Takes from each teacher by how much the best one of another family beats it. */
  static double[] explainAway(double[] scores, boolean[] own) {
    double best = Double.NEGATIVE_INFINITY;
    for (int teacher = 0; teacher < scores.length; teacher++) {
      if (!own[teacher] && !Double.isNaN(scores[teacher])) {
        best = Math.max(best, scores[teacher]);
      }
    }
    double[] left = new double[scores.length];
    for (int teacher = 0; teacher < scores.length; teacher++) {
      left[teacher] = scores[teacher] - Math.max(0, best - scores[teacher]);
    }
    return left;
  }
}
