package dev.stillmark.detection.probe;

import dev.stillmark.detection.stats.MantelHaenszel;
import java.util.List;

/**
 * Whether models are right where the teacher is, beyond what the questions' difficulty explains: a
 * student can seldom know what its teacher did not.
 *
 * <p>Questions are stratified by the share of the other families that are right, in twentieths.
 * Only answers that are right or wrong count: refusals speak of willingness.
 */
final class Ceiling {

  private static final int STRATA = 20;

  private final Respondent teacher;

  /** By family, of each question: the share of the others that are right. */
  private final int[][] strata;

  Ceiling(Respondent teacher, List<List<Respondent>> families) {
    this.teacher = teacher;
    int questions = teacher.grades().size();
    this.strata = new int[families.size()][questions];
    for (int question = 0; question < questions; question++) {
      int asked = question;
      double[] shares = families.stream().mapToDouble(f -> rightShare(f, asked)).toArray();
      for (int family = 0; family < shares.length; family++) {
        strata[family][question] = stratum(shares, family);
      }
    }
  }

  /** Of a family's graded models; NaN if none was graded. */
  private static double rightShare(List<Respondent> family, int question) {
    int right = 0;
    int wrong = 0;
    for (Respondent model : family) {
      right += model.isRight(question) ? 1 : 0;
      wrong += model.isWrong(question) ? 1 : 0;
    }
    return (double) right / (right + wrong);
  }

  /** The tables of a model of one of the families. */
  MantelHaenszel of(Respondent model, int family) {
    long[][] counts = new long[STRATA][4];
    for (int question = 0; question < strata[family].length; question++) {
      int stratum = strata[family][question];
      if (stratum >= 0 && isGraded(model, question) && isGraded(teacher, question)) {
        int cell = (model.isRight(question) ? 0 : 2) + (teacher.isRight(question) ? 0 : 1);
        counts[stratum][cell]++;
      }
    }
    MantelHaenszel tables = new MantelHaenszel();
    for (long[] table : counts) {
      tables.add(table[0], table[1], table[2], table[3]);
    }
    return tables;
  }

  /** -1 where no other family was graded. */
  private static int stratum(double[] shares, int family) {
    double sum = 0;
    int graded = 0;
    for (int other = 0; other < shares.length; other++) {
      if (other != family && !Double.isNaN(shares[other])) {
        sum += shares[other];
        graded++;
      }
    }
    return graded == 0 ? -1 : Math.min(STRATA - 1, (int) (sum / graded * STRATA));
  }

  private static boolean isGraded(Respondent model, int question) {
    return model.isRight(question) || model.isWrong(question);
  }
}
