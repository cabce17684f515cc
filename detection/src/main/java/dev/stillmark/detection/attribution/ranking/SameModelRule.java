package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.SameModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * From which likeness on a panel model passes for the suspect itself or a close relative: three
 * standard deviations above what unrelated families reach, in logarithms.
 */
final class SameModelRule {

  private static final int LEAST_FAMILIES = 5;
  private static final double DEVIATIONS = 3;

  private final Panelists panelists;
  private final double[][] likeness;
  private final OptionalDouble threshold;

  /** Of the largest likeness of each family to references of teachers that it is clean of. */
  SameModelRule(PanelScores scores, double[][] likeness) {
    this.panelists = scores.panelists();
    this.likeness = likeness;
    threshold = threshold(largestOfFamilies(scores));
  }

  private double[] largestOfFamilies(PanelScores scores) {
    double[] largest = new double[panelists.familyCount()];
    Map<String, Integer> models = modelsByName();
    for (int teacher = 0; teacher < panelists.teachers().count(); teacher++) {
      for (String reference : panelists.teachers().teacher(teacher).references()) {
        Integer column = models.get(reference);
        for (int model = 0; column != null && model < panelists.count(); model++) {
          if (scores.isClean(model, teacher)) {
            int family = panelists.family(model);
            largest[family] = larger(largest[family], likeness(panelists.rowNumber(model), column));
          }
        }
      }
    }
    return Arrays.stream(largest).filter(value -> value > 0).map(StrictMath::log).toArray();
  }

  private Map<String, Integer> modelsByName() {
    Map<String, Integer> models = new HashMap<>();
    for (int model = 0; model < panelists.count(); model++) {
      models.put(panelists.model(model).name(), model);
    }
    return models;
  }

  private double likeness(int row, int model) {
    return likeness[row][panelists.rowNumber(model)];
  }

  private static double larger(double value, double other) {
    return other > value ? other : value;
  }

  private static OptionalDouble threshold(double[] logs) {
    if (logs.length < LEAST_FAMILIES) {
      return OptionalDouble.empty();
    }
    double mean = Arrays.stream(logs).sum() / logs.length;
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    double deviation = Math.sqrt(squares / (logs.length - 1));
    return OptionalDouble.of(StrictMath.exp(mean + DEVIATIONS * deviation));
  }

  /** Empty where too few families could tell what unrelated models reach. */
  OptionalDouble threshold() {
    return threshold;
  }

  /** The panel models other than itself that reach the threshold, likest first. */
  List<SameModel> find(int row, String suspect) {
    List<SameModel> found = new ArrayList<>();
    for (int model = 0; threshold.isPresent() && model < panelists.count(); model++) {
      String name = panelists.model(model).name();
      double value = likeness(row, model);
      if (value >= threshold.getAsDouble() && !name.equals(suspect)) {
        found.add(new SameModel(name, value, threshold.getAsDouble()));
      }
    }
    found.sort(
        Comparator.comparingDouble(SameModel::likeness).reversed().thenComparing(SameModel::model));
    return List.copyOf(found);
  }
}
