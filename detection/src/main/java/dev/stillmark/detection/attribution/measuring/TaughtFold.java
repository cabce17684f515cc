package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;
import java.util.List;

/** What the references' answers to the prompts of one parity teach about answers to the others. */
record TaughtFold(GramClassifier words, GramClassifier characters, SignaturePhrases phrases) {

  private static final double LEAST_SHARE_WITH_WORDS = 0.002;
  private static final double LEAST_SHARE_WITH_CHARACTERS = 0.01;
  private static final int LEAST_ANSWERS_WITH_PHRASE = 5;

  static TaughtFold of(PanelRows rows, List<ReferenceAnswer> references) {
    int[] answers = new int[rows.teachers()];
    references.forEach(reference -> answers[reference.teacher()]++);
    TeacherGramCounts words = counts(answers, LEAST_SHARE_WITH_WORDS);
    TeacherGramCounts characters = counts(answers, LEAST_SHARE_WITH_CHARACTERS);
    TeacherGramCounts phrases =
        new TeacherGramCounts(answers.length, references.size(), LEAST_ANSWERS_WITH_PHRASE);
    for (boolean survey : new boolean[] {true, false}) {
      GramCounting counting = new GramCounting(survey);
      for (ReferenceAnswer reference : references) {
        AnswerGrams grams = AnswerGrams.of(reference.output());
        int teacher = reference.teacher();
        counting.add(words, teacher, AnswerGrams.WORD_CLASSES, grams.words());
        counting.add(characters, teacher, AnswerGrams.CHARACTER_CLASSES, grams.characters());
        counting.add(phrases, teacher, AnswerGrams.PHRASES, grams.words());
      }
    }
    return new TaughtFold(
        GramClassifier.fit(words, answers, LEAST_SHARE_WITH_WORDS),
        GramClassifier.fit(characters, answers, LEAST_SHARE_WITH_CHARACTERS),
        SignaturePhrases.mine(phrases, answers, rows.referencesOfTeachers(), references));
  }

  private static TeacherGramCounts counts(int[] answers, double leastShare) {
    int least = GramClassifier.leastAnswers(answers, leastShare);
    return new TeacherGramCounts(answers.length, Arrays.stream(answers).sum(), least);
  }

  /** Which of the two folds is to measure answers to a prompt: that of the other parity. */
  static int measuring(long promptId) {
    return (int) Math.floorMod(promptId, 2L);
  }

  private static final class GramCounting {

    private final boolean survey;
    private final DistinctGrams distinct = new DistinctGrams();
    private long[] grams = new long[0];

    GramCounting(boolean survey) {
      this.survey = survey;
    }

    void add(TeacherGramCounts counts, int teacher, GramRange range, long[] symbols) {
      if (grams.length < range.most(symbols.length)) {
        grams = new long[range.most(symbols.length)];
      }
      int count = distinct.sift(grams, range.hash(symbols, grams));
      if (survey) {
        counts.survey(teacher, grams, count);
      } else {
        counts.count(teacher, grams, count);
      }
    }
  }
}
