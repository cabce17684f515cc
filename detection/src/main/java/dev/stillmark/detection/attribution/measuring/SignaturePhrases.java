package dev.stillmark.detection.attribution.measuring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The signature phrases of all teachers, mined from their answers to some prompts to be looked for
 * in answers to others; their weights are log odds, capped.
 */
final class SignaturePhrases {

  private static final int MOST = 500;
  private static final double LARGEST_WEIGHT = 3;
  private static final double LENGTH_OFFSET = 31;

  private final int[] answers;
  private final GramTable table = new GramTable();
  private final List<String> texts = new ArrayList<>();
  private final List<float[]> weights = new ArrayList<>();

  private SignaturePhrases(int[] answers) {
    this.answers = answers;
  }

  /**
   * @param answers how many answers each teacher gave
   * @param references how many models gave them
   */
  static SignaturePhrases mine(
      TeacherGramCounts counts, int[] answers, int[] references, List<ReferenceAnswer> from) {
    List<PhraseCandidates> candidates = new ArrayList<>();
    for (int teacher = 0; teacher < answers.length; teacher++) {
      candidates.add(new PhraseCandidates(counts, teacher, references[teacher], 2 * MOST));
    }
    for (ReferenceAnswer answer : from) {
      AnswerTokens tokens = AnswerTokens.of(AnswerText.of(answer.output()));
      candidates.get(answer.teacher()).readTexts(tokens);
    }
    SignaturePhrases phrases = new SignaturePhrases(answers);
    for (int teacher = 0; teacher < answers.length; teacher++) {
      phrases.addStrongest(candidates.get(teacher), teacher);
    }
    return phrases;
  }

  private void addStrongest(PhraseCandidates candidates, int teacher) {
    for (PhraseCandidates.Candidate candidate : candidates.strongest(MOST)) {
      int number = table.numberOrNext(candidate.gram());
      if (number == texts.size()) {
        texts.add(candidates.text(candidate));
        weights.add(new float[answers.length]);
      }
      weights.get(number)[teacher] = (float) Math.min(LARGEST_WEIGHT, candidate.logOdds());
    }
  }

  int size() {
    return texts.size();
  }

  String text(int phrase) {
    return texts.get(phrase);
  }

  /** 0 for a phrase that is no signature of this teacher. */
  double weight(int phrase, int teacher) {
    return weights.get(phrase)[teacher];
  }

  /**
   * The phrases, each once, that an answer has.
   *
   * @param grams of the answer, repeated or not
   */
  int[] in(long[] grams, int count) {
    int[] found = new int[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int number = table.number(grams[i]);
      if (number != GramTable.ABSENT) {
        found[size++] = number;
      }
    }
    return Arrays.stream(found, 0, size).sorted().distinct().toArray();
  }

  /** Writes the scores of an answer that has these phrases, NaN for a teacher without answers. */
  void score(int[] phrases, int tokens, double[] into, int at) {
    for (int teacher = 0; teacher < answers.length; teacher++) {
      double sum = 0;
      for (int phrase : phrases) {
        sum += weights.get(phrase)[teacher];
      }
      into[at + teacher] = answers[teacher] > 0 ? sum / (tokens + LENGTH_OFFSET) : Double.NaN;
    }
  }
}
