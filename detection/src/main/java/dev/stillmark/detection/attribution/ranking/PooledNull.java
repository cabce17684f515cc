package dev.stillmark.detection.attribution.ranking;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A score of all vendor-clean pairs of model and teacher, teachers pooled: the only null with a
 * tail when few families are clean of one teacher, but pairs of a family are not independent.
 */
final class PooledNull {

  private final double[] ascending;

  PooledNull(PanelScores scores, BehaviourScore score) {
    double[] values =
        new double[scores.panelists().count() * scores.panelists().teachers().count()];
    int size = 0;
    for (int model = 0; model < scores.panelists().count(); model++) {
      double[] ofModel = scores.of(model, score);
      for (int teacher = 0; teacher < ofModel.length; teacher++) {
        if (scores.isClean(model, teacher) && !Double.isNaN(ofModel[teacher])) {
          values[size++] = ofModel[teacher];
        }
      }
    }
    ascending = Arrays.copyOf(values, size);
    Arrays.sort(ascending);
  }

  /** (1 + pairs that score as high) / (pairs + 1); empty without a score or a pair. */
  OptionalDouble p(double score) {
    if (Double.isNaN(score) || ascending.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((1.0 + atLeast(score)) / (1.0 + ascending.length));
  }

  private int atLeast(double score) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ascending.length - low;
  }
}
