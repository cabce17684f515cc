package dev.stillmark.detection.attribution.measuring;

import java.util.List;

/** Mean styles of a model's answers to prompts of one parity against a teacher's to the others. */
final class FreeStyle {

  private FreeStyle() {}

  /** [model][teacher], the mean of both ways, or the one that can be had. */
  static double[][] of(PanelRows rows, List<PromptFigures> prompts, FamilyWeighting weighting) {
    double[][] even = means(rows, prompts, 0);
    double[][] odd = means(rows, prompts, 1);
    StyleDistance distance = new StyleDistance(rows, weighting);
    double[][] likeness = distance.likeness(odd, even);
    double[][] otherWay = distance.likeness(even, odd);
    for (int row = 0; row < likeness.length; row++) {
      for (int teacher = 0; teacher < likeness[row].length; teacher++) {
        likeness[row][teacher] = mean(likeness[row][teacher], otherWay[row][teacher]);
      }
    }
    return likeness;
  }

  private static double mean(double one, double other) {
    if (Double.isNaN(one)) {
      return other;
    }
    return Double.isNaN(other) ? one : (one + other) / 2;
  }

  private static double[][] means(PanelRows rows, List<PromptFigures> prompts, int fold) {
    double[][] sums = new double[rows.count()][StyleVector.SIZE];
    int[] answered = new int[rows.count()];
    for (PromptFigures prompt : prompts) {
      if (prompt.fold() == fold) {
        for (int answer = 0; answer < prompt.count(); answer++) {
          answered[prompt.row()[answer]]++;
          add(prompt.style()[answer], sums[prompt.row()[answer]]);
        }
      }
    }
    for (int row = 0; row < sums.length; row++) {
      for (int i = 0; i < StyleVector.SIZE; i++) {
        sums[row][i] /= answered[row];
      }
    }
    return sums;
  }

  private static void add(float[] style, double[] to) {
    for (int i = 0; i < style.length; i++) {
      to[i] += style[i];
    }
  }
}
