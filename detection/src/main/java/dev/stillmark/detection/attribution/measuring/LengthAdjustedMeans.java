package dev.stillmark.detection.attribution.measuring;

import java.util.ArrayList;
import java.util.List;

/**
 * The signals of shared grams, as means over prompts, adjusted for length.
 *
 * <p>The adjustment is linear, so a mean is adjusted by the means of its length terms.
 */
final class LengthAdjustedMeans {

  private LengthAdjustedMeans() {}

  /**
   * By signal, [model][teacher].
   *
   * @param prompts shared ones
   * @param whole the panel models that answered enough of them for the adjustment
   */
  static List<double[][]> of(
      PanelRows rows, List<PromptFigures> prompts, boolean[] whole, int signals) {
    LengthAdjustment adjustment = new LengthAdjustment(signals);
    TeacherMeans[] terms = teacherMeans(rows, LengthTerms.COUNT);
    TeacherMeans[] similarities = teacherMeans(rows, signals);
    for (PromptFigures prompt : prompts) {
      adjustment.add(rows, prompt, whole);
      double[][] termMeans = termMeans(rows, prompt);
      for (int term = 0; term < terms.length; term++) {
        terms[term].add(prompt.row(), termMeans[term]);
      }
      double[][] means = prompt.shared().orElseThrow().teacherMeans();
      for (int signal = 0; signal < signals; signal++) {
        similarities[signal].add(prompt.row(), means[signal]);
      }
    }
    return adjusted(adjustment.coefficients(), similarities, terms);
  }

  private static TeacherMeans[] teacherMeans(PanelRows rows, int count) {
    TeacherMeans[] means = new TeacherMeans[count];
    for (int i = 0; i < count; i++) {
      means[i] = new TeacherMeans(rows);
    }
    return means;
  }

  /** [term][answer * teachers + teacher], over the same references as the similarities. */
  private static double[][] termMeans(PanelRows rows, PromptFigures prompt) {
    int teachers = rows.teachers();
    double[][] means = new double[LengthTerms.COUNT][prompt.count() * teachers];
    double[] terms = new double[LengthTerms.COUNT];
    for (int answer = 0; answer < prompt.count(); answer++) {
      int[] references = new int[teachers];
      for (int other = 0; other < prompt.count(); other++) {
        int teacher = rows.teacher(prompt.row()[other]);
        if (teacher != PanelRows.NONE && other != answer) {
          references[teacher]++;
          LengthTerms.write(prompt.logLength()[answer], prompt.logLength()[other], terms);
          for (int term = 0; term < terms.length; term++) {
            means[term][answer * teachers + teacher] += terms[term];
          }
        }
      }
      divide(means, answer * teachers, references);
    }
    return means;
  }

  private static void divide(double[][] means, int from, int[] references) {
    for (double[] mean : means) {
      for (int teacher = 0; teacher < references.length; teacher++) {
        mean[from + teacher] /= references[teacher];
      }
    }
  }

  private static List<double[][]> adjusted(
      double[][] coefficients, TeacherMeans[] similarities, TeacherMeans[] terms) {
    List<double[][]> scores = new ArrayList<>();
    for (TeacherMeans similarity : similarities) {
      scores.add(similarity.means());
    }
    for (int term = 0; term < terms.length; term++) {
      double[][] means = terms[term].means();
      for (int signal = 0; signal < similarities.length; signal++) {
        subtract(coefficients[signal][term], means, scores.get(signal));
      }
    }
    return scores;
  }

  private static void subtract(double coefficient, double[][] means, double[][] from) {
    for (int row = 0; row < from.length; row++) {
      for (int teacher = 0; teacher < from[row].length; teacher++) {
        from[row][teacher] -= coefficient * means[row][teacher];
      }
    }
  }
}
