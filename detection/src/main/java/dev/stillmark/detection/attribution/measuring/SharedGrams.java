package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.BehaviourSignal;
import java.util.Arrays;

/** How alike answers to one prompt are by the grams that they share. */
final class SharedGrams {

  private static final Rarity ANY = new Rarity.UpToShare(1);
  private static final Rarity RARE_WORDS = new Rarity.UpToShare(0.15);
  private static final Rarity RARE_CHARACTERS = new Rarity.UpToShare(0.25);

  private final PairSums sums;
  private final int[] columnOf;
  private final int[] grams;
  private final LengthNorm norm;

  private SharedGrams(
      PromptAnswers answers, Holdings holdings, int[] others, Rarity rarity, LengthNorm norm) {
    this.norm = norm;
    grams = holdings.grams();
    columnOf = new int[answers.count()];
    Arrays.fill(columnOf, PanelRows.NONE);
    for (int column = 0; column < others.length; column++) {
      columnOf[others[column]] = column;
    }
    sums = new PairSums(answers, columnOf, others.length, rarity);
    holdings.index().addSharedTo(sums);
  }

  /**
   * The similarities, in the order of {@link BehaviourSignal}: rare grams (to every panel answer;
   * the others to references only), five-grams, rare five-grams, character grams, openings.
   */
  static SharedGrams[] of(PromptAnswers answers) {
    int[] references = answers.references();
    Holdings words = Holdings.of(answers, AnswerGrams.RARE, false);
    Holdings fives = Holdings.of(answers, AnswerGrams.FIVE, false);
    Holdings characters = Holdings.of(answers, AnswerGrams.FIVE, true);
    Holdings openings = Holdings.ofOpenings(answers);
    return new SharedGrams[] {
      new SharedGrams(answers, words, answers.ofPanel(), RARE_WORDS, LengthNorm.GEOMETRIC),
      new SharedGrams(answers, fives, references, new Rarity.Ignored(), LengthNorm.SMALLER),
      new SharedGrams(answers, fives, references, ANY, LengthNorm.GEOMETRIC),
      new SharedGrams(answers, characters, references, RARE_CHARACTERS, LengthNorm.GEOMETRIC),
      new SharedGrams(answers, openings, references, ANY, LengthNorm.NONE)
    };
  }

  /** Of an answer and an answer that it can be compared with. */
  double similarity(int answer, int other) {
    return sums.sum(answer, columnOf[other]) / norm.of(grams[answer], grams[other]);
  }

  /**
   * @param grams how many distinct ones each answer has
   */
  private record Holdings(GramIndex index, int[] grams) {

    static Holdings of(PromptAnswers answers, GramRange range, boolean characters) {
      int most = 0;
      for (AnswerGrams answer : answers.grams()) {
        most += range.most(symbols(answer, characters).length);
      }
      Holdings holdings = new Holdings(new GramIndex(most), new int[answers.count()]);
      long[] buffer = new long[most];
      for (int i = 0; i < answers.count(); i++) {
        int count = range.hash(symbols(answers.grams()[i], characters), buffer);
        holdings.grams[i] = holdings.index.add(i, buffer, count);
      }
      return holdings;
    }

    private static long[] symbols(AnswerGrams answer, boolean characters) {
      return characters ? answer.characters() : answer.words();
    }

    static Holdings ofOpenings(PromptAnswers answers) {
      int most = answers.count() * AnswerGrams.LONGEST_OPENING;
      Holdings holdings = new Holdings(new GramIndex(most), new int[answers.count()]);
      long[] buffer = new long[AnswerGrams.LONGEST_OPENING];
      for (int i = 0; i < answers.count(); i++) {
        int count = answers.grams()[i].openings(buffer);
        holdings.grams[i] = holdings.index.add(i, buffer, count);
      }
      return holdings;
    }
  }
}
