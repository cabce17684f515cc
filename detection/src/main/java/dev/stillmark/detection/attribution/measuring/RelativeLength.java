package dev.stillmark.detection.attribution.measuring;

import java.util.List;

/** How much longer a model's answers are than the references' to the same prompts, as logs. */
final class RelativeLength {

  private RelativeLength() {}

  static double[] of(PanelRows rows, List<PromptFigures> shared) {
    double[] sums = new double[rows.count()];
    int[] counts = new int[rows.count()];
    for (PromptFigures prompt : shared) {
      double references = meanOfReferences(rows, prompt);
      for (int answer = 0; answer < prompt.count(); answer++) {
        sums[prompt.row()[answer]] += prompt.logLength()[answer] - references;
        counts[prompt.row()[answer]]++;
      }
    }
    for (int row = 0; row < sums.length; row++) {
      sums[row] /= counts[row];
    }
    return sums;
  }

  private static double meanOfReferences(PanelRows rows, PromptFigures prompt) {
    double sum = 0;
    int count = 0;
    for (int answer = 0; answer < prompt.count(); answer++) {
      if (rows.isReference(prompt.row()[answer])) {
        sum += prompt.logLength()[answer];
        count++;
      }
    }
    return sum / count;
  }
}
