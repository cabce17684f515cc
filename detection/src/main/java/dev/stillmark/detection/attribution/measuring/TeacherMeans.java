package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Means over prompts of one figure for each model and teacher; NaN adds nothing. */
final class TeacherMeans {

  private final int teachers;
  private final double[][] sums;
  private final int[][] counts;

  TeacherMeans(PanelRows rows) {
    teachers = rows.teachers();
    sums = new double[rows.count()][teachers];
    counts = new int[rows.count()][teachers];
  }

  /**
   * @param figures [answer * teachers + teacher]
   */
  void add(int[] row, double[] figures) {
    for (int answer = 0; answer < row.length; answer++) {
      for (int teacher = 0; teacher < teachers; teacher++) {
        double figure = figures[answer * teachers + teacher];
        if (!Double.isNaN(figure)) {
          sums[row[answer]][teacher] += figure;
          counts[row[answer]][teacher]++;
        }
      }
    }
  }

  double[][] means() {
    double[][] means = new double[sums.length][teachers];
    for (int row = 0; row < means.length; row++) {
      Arrays.setAll(means[row], mean(row));
    }
    return means;
  }

  private IntToDoubleFunction mean(int row) {
    return teacher -> sums[row][teacher] / counts[row][teacher];
  }
}
