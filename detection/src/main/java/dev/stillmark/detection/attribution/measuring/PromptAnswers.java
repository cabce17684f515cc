package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The answers to one prompt, in the order of their models' rows: the panel's come first.
 *
 * @param row of each answer's model
 * @param familiesPresent of the panel, by index
 */
record PromptAnswers(
    PanelRows rows, long promptId, int[] row, AnswerGrams[] grams, BitSet familiesPresent) {

  static PromptAnswers of(PanelRows rows, long promptId, int[] row, AnswerGrams[] grams) {
    BitSet familiesPresent = new BitSet();
    for (int answer : row) {
      if (answer < rows.panel()) {
        familiesPresent.set(rows.family(answer));
      }
    }
    return new PromptAnswers(rows, promptId, row, grams, familiesPresent);
  }

  int count() {
    return row.length;
  }

  boolean isOfPanel(int answer) {
    return row[answer] < rows.panel();
  }

  int panelCount() {
    return (int) IntStream.range(0, count()).filter(this::isOfPanel).count();
  }

  int[] ofPanel() {
    return IntStream.range(0, panelCount()).toArray();
  }

  int[] references() {
    return IntStream.range(0, count()).filter(i -> rows.isReference(row[i])).toArray();
  }

  int family(int answer) {
    return rows.family(row[answer]);
  }

  double[] logLengths() {
    return Arrays.stream(grams).mapToDouble(answer -> answer.tokens().logLength()).toArray();
  }

  /** How many families of the panel answered. */
  int panelFamilies() {
    return familiesPresent.cardinality();
  }

  boolean isPanelFamily(int family) {
    return familiesPresent.get(family);
  }
}
