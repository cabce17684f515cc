package dev.stillmark.detection.attribution.measuring;

import java.util.List;

/**
 * How alike models refuse: minus the mean distance of the square roots of their rates, of each
 * template and of refusing at all. Square roots, because they spread alike whatever the rate.
 */
final class RefusalLikeness {

  private static final int RATES = RefusalTemplates.COUNT + 1;

  private RefusalLikeness() {}

  /** [model][teacher]. */
  static double[][] of(PanelRows rows, List<PromptFigures> prompts) {
    double[][] rates = rates(rows, prompts);
    double[][] likeness = new double[rows.count()][rows.teachers()];
    for (int row = 0; row < likeness.length; row++) {
      double[] sums = new double[rows.teachers()];
      int[] counts = new int[rows.teachers()];
      for (int reference : rows.references()) {
        if (reference != row && !Double.isNaN(rates[reference][0])) {
          sums[rows.teacher(reference)] -= distance(rates[row], rates[reference]);
          counts[rows.teacher(reference)]++;
        }
      }
      for (int teacher = 0; teacher < sums.length; teacher++) {
        likeness[row][teacher] = sums[teacher] / counts[teacher];
      }
    }
    return likeness;
  }

  private static double[][] rates(PanelRows rows, List<PromptFigures> prompts) {
    double[][] rates = new double[rows.count()][RATES];
    int[] answered = new int[rows.count()];
    for (PromptFigures prompt : prompts) {
      for (int answer = 0; answer < prompt.count(); answer++) {
        int row = prompt.row()[answer];
        answered[row]++;
        count(prompt.refusals()[answer], rates[row]);
      }
    }
    for (int row = 0; row < rates.length; row++) {
      for (int i = 0; i < RATES; i++) {
        rates[row][i] /= answered[row];
      }
    }
    return rates;
  }

  private static void count(int templates, double[] counts) {
    for (int template = 0; template < RefusalTemplates.COUNT; template++) {
      counts[template] += (templates >>> template) & 1;
    }
    counts[RefusalTemplates.COUNT] += RefusalTemplates.refuses(templates) ? 1 : 0;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < RATES; i++) {
      sum += Math.abs(Math.sqrt(one[i]) - Math.sqrt(other[i]));
    }
    return sum / RATES;
  }
}
