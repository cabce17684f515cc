package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.stats.LikelihoodRatioCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Holds every model of a panel against the panel without its family and counts how often that
 * agrees with what is known of it.
 *
 * <p>Release dates are not looked at: a pair that a date rules out is a false alarm like any other.
 */
public final class Evaluation {

  private static final double[] LEVELS = {0.01, 0.05};
  // Panels of few families cannot go below 1 / (families + 1).
  private static final double[] PANEL_LEVELS = {0.05, 0.1, 0.17, 0.2};

  private final Panelists panelists;
  private final List<LeftOutPanel> withoutFamily = new ArrayList<>();
  private final List<Map<BehaviourSignal, double[]>> z = new ArrayList<>();

  private Evaluation(ReferencePanel panel, Measurements measurements) {
    panelists = new Panelists(panel, measurements, new TeacherColumns(panel));
    for (int family = 0; family < panelists.familyCount(); family++) {
      withoutFamily.add(LeftOutPanel.of(panelists, measurements, panelists.only(family)));
    }
    for (int model = 0; model < panelists.count(); model++) {
      z.add(without(model).scores().z(panelists.row(model)));
    }
  }

  public static EvaluationTable of(ReferencePanel panel, Measurements measurements) {
    Evaluation evaluation = new Evaluation(panel, measurements);
    Stream<BehaviourScore> signals =
        evaluation.panelists.signals().stream().map(BehaviourScore::of);
    Stream<BehaviourScore> means = Stream.of(BehaviourScore.FUSED, BehaviourScore.PROMPT_FREE);
    return new EvaluationTable(
        evaluation.panelists.count(),
        evaluation.panelists.familyCount(),
        Stream.concat(signals, means).map(evaluation::row).toList(),
        evaluation.familyPanel(),
        SameModelCount.of(panel, evaluation.panelists, evaluation.withoutFamily),
        evaluation.likelihoodRatio());
  }

  /** The same of subsets of the prompts, such as the first so many by {@link PromptOrder}. */
  public static List<GrowthPoint> growth(ReferencePanel panel, List<Measurements> subsets) {
    return subsets.stream().map(subset -> growthPoint(panel, subset)).toList();
  }

  private static GrowthPoint growthPoint(ReferencePanel panel, Measurements subset) {
    Evaluation evaluation = new Evaluation(panel, subset);
    return new GrowthPoint(
        subset.prompts(),
        evaluation.row(BehaviourScore.FUSED),
        evaluation.row(BehaviourScore.PROMPT_FREE));
  }

  private ScoreRow row(BehaviourScore score) {
    PairTable scores = table(score);
    TopTeachers top = new TopTeachers(scores);
    return new ScoreRow(
        score.name(),
        scores.auc(Exposure.VENDOR_CLEAN),
        scores.auc(Exposure.NOT_TAUGHT),
        top.amongFirst(1),
        top.amongFirst(3),
        top.vendorFirst(),
        levels(pooledP(score, scores), LEVELS));
  }

  private PairTable table(BehaviourScore score) {
    double[][] scores = new double[panelists.count()][];
    for (int model = 0; model < scores.length; model++) {
      scores[model] = score.of(z.get(model), panelists.row(model).own());
    }
    return new PairTable(panelists, scores);
  }

  private PairTable pooledP(BehaviourScore score, PairTable scores) {
    List<PooledNull> nulls =
        withoutFamily.stream().map(panel -> new PooledNull(panel.scores(), score)).toList();
    return pairs(
        (model, teacher) -> nulls.get(panelists.family(model)).p(scores.figures()[model][teacher]));
  }

  private LeftOutPanel without(int model) {
    return withoutFamily.get(panelists.family(model));
  }

  private static List<LevelRates> levels(PairTable p, double[] levels) {
    return DoubleStream.of(levels).mapToObj(p::atMost).toList();
  }

  private List<LevelRates> familyPanel() {
    return levels(
        pairs((model, teacher) ->
            FamilyPanel.of(without(model).scores(), panelists.row(model), teacher).p()),
        PANEL_LEVELS);
  }

  private Optional<LikelihoodRatioRates> likelihoodRatio() {
    PairTable fused = table(BehaviourScore.FUSED);
    PairTable ratios =
        pairs((model, teacher) ->
            without(model).likelihoodRatio().log10(fused.figures()[model][teacher]));
    LabelledPairs pairs = ratios.labelled();
    if (pairs.taughtFamilies() == 0 || pairs.cleanFamilies() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new LikelihoodRatioRates(
            LikelihoodRatioCost.of(pairs.figures(), pairs.taught(), pairs.weights()),
            pairs.sorted(true),
            pairs.sorted(false)));
  }

  private PairTable pairs(BiFunction<Integer, Integer, OptionalDouble> figure) {
    double[][] figures = new double[panelists.count()][panelists.teachers().count()];
    for (int model = 0; model < figures.length; model++) {
      for (int teacher = 0; teacher < figures[model].length; teacher++) {
        figures[model][teacher] = figure.apply(model, teacher).orElse(Double.NaN);
      }
    }
    return new PairTable(panelists, figures);
  }
}
