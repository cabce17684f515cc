package dev.stillmark.detection.attribution.measuring;

/**
 * The summed weights of the grams that an answer shares with each of some panel answers to the same
 * prompt.
 *
 * <p>How rare a gram is, the panel's families say. For the pairs of a suspect from outside, its own
 * family counts once more where the panel's models of that family do not hold the gram, and so it
 * does not matter which other suspects are there.
 */
final class PairSums {

  private final PromptAnswers answers;
  private final int[] columnOf;
  private final int columns;
  private final long[] units;
  private final long[] unitsWithNewFamily;
  private final long[] sums;
  private final int[] familyHolds;
  private final int[] holdingColumns;
  private int grams;

  PairSums(PromptAnswers answers, int[] columnOf, int columns, Rarity rarity) {
    this.answers = answers;
    this.columnOf = columnOf;
    this.columns = columns;
    units = rarity.units(answers.panelFamilies());
    unitsWithNewFamily = rarity.units(answers.panelFamilies() + 1);
    sums = new long[answers.count() * columns];
    familyHolds = new int[answers.rows().families()];
    holdingColumns = new int[columns];
  }

  int answers() {
    return answers.count();
  }

  /** Adds one gram that these answers hold. */
  void add(int[] holders, int count) {
    grams++;
    int families = 0;
    int held = 0;
    for (int i = 0; i < count; i++) {
      int answer = holders[i];
      if (answers.isOfPanel(answer)) {
        families += isFirstOfFamily(answers.family(answer)) ? 1 : 0;
        if (columnOf[answer] >= 0) {
          holdingColumns[held++] = columnOf[answer];
        }
      }
    }
    if (held > 0) {
      for (int i = 0; i < count; i++) {
        addToPairs(holders[i], held, weight(holders[i], families));
      }
    }
  }

  private boolean isFirstOfFamily(int family) {
    boolean first = familyHolds[family] != grams;
    familyHolds[family] = grams;
    return first;
  }

  private long weight(int answer, int families) {
    if (answers.isOfPanel(answer)) {
      return units[families];
    }
    int family = answers.family(answer);
    int holding = familyHolds[family] == grams ? families : families + 1;
    return answers.isPanelFamily(family) ? units[holding] : unitsWithNewFamily[holding];
  }

  private void addToPairs(int answer, int held, long weight) {
    if (weight == 0) {
      return;
    }
    int row = answer * columns;
    for (int i = 0; i < held; i++) {
      sums[row + holdingColumns[i]] += weight;
    }
  }

  double sum(int answer, int column) {
    return (double) sums[answer * columns + column] * Rarity.UNIT;
  }
}
