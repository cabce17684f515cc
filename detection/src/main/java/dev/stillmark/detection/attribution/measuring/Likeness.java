package dev.stillmark.detection.attribution.measuring;

import java.util.List;

/** The mean of rare shared grams, of every model with every panel model; NaN with itself. */
final class Likeness {

  private Likeness() {}

  static double[][] of(PanelRows rows, List<PromptFigures> shared) {
    double[][] sums = new double[rows.count()][rows.panel()];
    int[][] counts = new int[rows.count()][rows.panel()];
    for (PromptFigures prompt : shared) {
      float[][] likeness = prompt.shared().orElseThrow().likeness();
      for (int answer = 0; answer < likeness.length; answer++) {
        int row = prompt.row()[answer];
        for (int other = 0; other < likeness[answer].length; other++) {
          sums[row][prompt.row()[other]] += likeness[answer][other];
          counts[row][prompt.row()[other]]++;
        }
      }
    }
    for (int row = 0; row < sums.length; row++) {
      for (int other = 0; other < sums[row].length; other++) {
        sums[row][other] = row == other ? Double.NaN : sums[row][other] / counts[row][other];
      }
    }
    return sums;
  }
}
