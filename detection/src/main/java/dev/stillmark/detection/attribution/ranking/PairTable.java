package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.stats.ErrorRate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A figure of every pair of a panel's model and teacher, beside what is known of the pair.
 *
 * @param figures [model][teacher], NaN where there is none
 */
record PairTable(Panelists panelists, double[][] figures) {

  /** The figures of the pairs of a kind, of some of the models. */
  double[] of(Exposure exposure, IntPredicate models) {
    return IntStream.range(0, figures.length)
        .filter(models)
        .mapToObj(model ->
            IntStream.range(0, figures[model].length)
                .filter(teacher -> panelists.exposure(model, teacher) == exposure)
                .mapToDouble(teacher -> figures[model][teacher])
                .filter(figure -> !Double.isNaN(figure)))
        .flatMapToDouble(figuresOfModel -> figuresOfModel)
        .toArray();
  }

  /** How often a taught pair has the higher figure than one of another kind, ties half. */
  double auc(Exposure others) {
    double[] negatives = of(others, model -> true);
    return DoubleStream.of(of(Exposure.TAUGHT, model -> true))
        .map(positive -> shareBelow(negatives, positive))
        .average()
        .orElse(Double.NaN);
  }

  private static double shareBelow(double[] negatives, double positive) {
    return Arrays.stream(negatives)
        .map(negative -> negative < positive ? 1 : negative == positive ? 0.5 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** Where the figures are p-values, how often they are at most a level. */
  LevelRates atMost(double level) {
    IntPredicate ofTeacherFamily =
        model -> IntStream.range(0, figures[model].length).anyMatch(t -> isOwn(model, t));
    return new LevelRates(
        level,
        atMost(level, of(Exposure.VENDOR_CLEAN, model -> true)),
        atMost(level, of(Exposure.VENDOR_CLEAN, ofTeacherFamily)),
        atMost(level, of(Exposure.VENDOR_CLEAN, ofTeacherFamily.negate())),
        atMost(level, of(Exposure.NOT_TAUGHT, model -> true)),
        atMost(level, of(Exposure.TAUGHT, model -> true)));
  }

  private boolean isOwn(int model, int teacher) {
    return panelists.row(model).own()[teacher];
  }

  private static Optional<ErrorRate> atMost(double level, double[] p) {
    long events = Arrays.stream(p).filter(value -> value <= level).count();
    return rate(events, p.length);
  }

  /** The pairs that are known to be taught or vendor-clean. */
  LabelledPairs labelled() {
    LabelledPairs pairs = new LabelledPairs();
    for (int model = 0; model < figures.length; model++) {
      for (int teacher = 0; teacher < figures[model].length; teacher++) {
        pairs.add(
            panelists.family(model), figures[model][teacher], panelists.exposure(model, teacher));
      }
    }
    return pairs;
  }

  static Optional<ErrorRate> rate(long events, long trials) {
    return trials == 0 ? Optional.empty() : Optional.of(new ErrorRate(events, trials));
  }
}
