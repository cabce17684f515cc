package dev.stillmark.detection.attribution.measuring;

import java.util.Optional;

/** Turns the answers to one prompt into figures; what it returns depends on nothing else. */
final class PromptMeasuring {

  private final PromptAnswers answers;
  private final TaughtFold fold;
  private final int teachers;

  private PromptMeasuring(PromptAnswers answers, TaughtFold fold) {
    this.answers = answers;
    this.fold = fold;
    teachers = answers.rows().teachers();
  }

  /**
   * @param fold learned from other prompts
   */
  static PromptFigures measure(PromptAnswers answers, TaughtFold fold) {
    return new PromptMeasuring(answers, fold).figures();
  }

  private PromptFigures figures() {
    int count = answers.count();
    double[] logLength = new double[count];
    float[][] style = new float[count][];
    int[] refusals = new int[count];
    int[] vendors = new int[count];
    for (int answer = 0; answer < count; answer++) {
      AnswerTokens tokens = answers.grams()[answer].tokens();
      logLength[answer] = tokens.logLength();
      style[answer] = StyleVector.of(tokens);
      int[] plain = Apostrophes.plain(tokens.text().lower());
      refusals[answer] = RefusalTemplates.in(plain);
      vendors[answer] = IdentityMarkers.in(plain);
    }
    int[][] phrases = new int[count][];
    double[][] free = free(phrases);
    return new PromptFigures(
        answers.promptId(),
        answers.row(),
        logLength,
        style,
        shared(),
        free,
        phrases,
        refusals,
        vendors);
  }

  private Optional<SharedFigures> shared() {
    return answers.references().length == 0
        ? Optional.empty()
        : Optional.of(SharedFigures.of(answers));
  }

  private double[][] free(int[][] phrases) {
    double[][] scores = new double[3][answers.count() * teachers];
    int[] seenWords = new int[fold.words().size()];
    int[] seenCharacters = new int[fold.characters().size()];
    long[] buffer = new long[longestAnswer()];
    for (int answer = 0; answer < answers.count(); answer++) {
      AnswerGrams grams = answers.grams()[answer];
      int tokens = grams.tokens().count();
      int at = answer * teachers;
      int count = AnswerGrams.WORD_CLASSES.hash(grams.words(), buffer);
      fold.words().score(buffer, count, tokens, answer + 1, seenWords, scores[0], at);
      count = AnswerGrams.CHARACTER_CLASSES.hash(grams.characters(), buffer);
      fold.characters().score(buffer, count, tokens, answer + 1, seenCharacters, scores[1], at);
      count = AnswerGrams.PHRASES.hash(grams.words(), buffer);
      phrases[answer] = fold.phrases().in(buffer, count);
      fold.phrases().score(phrases[answer], tokens, scores[2], at);
    }
    return scores;
  }

  private int longestAnswer() {
    int longest = 0;
    for (AnswerGrams grams : answers.grams()) {
      longest = Math.max(longest, grams.most());
    }
    return longest;
  }
}
