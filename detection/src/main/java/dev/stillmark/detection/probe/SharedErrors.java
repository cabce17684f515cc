package dev.stillmark.detection.probe;

import java.util.List;

/**
 * How often models err as the teacher does, each measured against all families but its own.
 *
 * <p>Given that m + 1 families err on a question and K of them give the teacher's answer, under Hd
 * any of the m + 1 is as likely as any other to be among the K: a match has probability K/(m + 1).
 * With k the other families that give the answer, K = k + 1[match] and π = (k + 1)/(m + 1), so that
 * e = 1 + λ(1[match] - π)/π is 1 - λ + λ(m + 1)/K for a match and 1 - λ for a miss: mean 1 if K is
 * at least 1, else 1 - λ. Whether the answer is rare enough to count may therefore depend on K, the
 * same whichever family is the one that is measured, but never on k alone.
 *
 * <p>A family errs if any of its models does, and gives an answer if any of them does. Of a family
 * with several models this overstates how common the answer is, which favours whoever is measured.
 */
final class SharedErrors {

  /** An answer that a larger share of the erring families gives says little. */
  static final double RARE = 0.05;

  /** What a question stakes. */
  static final double LAMBDA = 0.1;

  /** Families that must err for one match to be rare: 1 ≤ RARE (m + 1). */
  static final int FEWEST_ERRING = 20;

  private final Respondent teacher;
  private final List<List<Respondent>> families;
  private final int[] erring;
  private final int[] matching;

  SharedErrors(Respondent teacher, List<List<Respondent>> families) {
    this.teacher = teacher;
    this.families = families;
    int questions = teacher.grades().size();
    this.erring = new int[questions];
    this.matching = new int[questions];
    for (int question = 0; question < questions; question++) {
      if (teacher.isWrong(question)) {
        count(question);
      }
    }
  }

  private void count(int question) {
    for (int family = 0; family < families.size(); family++) {
      erring[question] += errs(family, question) ? 1 : 0;
      matching[question] += matches(family, question) ? 1 : 0;
    }
  }

  private boolean errs(int family, int question) {
    return families.get(family).stream().anyMatch(model -> model.isWrong(question));
  }

  private boolean matches(int family, int question) {
    return families.get(family).stream().anyMatch(model -> matches(model, question));
  }

  private boolean matches(Respondent model, int question) {
    return model.grades().get(question).equals(teacher.grades().get(question));
  }

  /** The figures of a model of one of the families. */
  ErrorScore of(Respondent model, int family) {
    ErrorScore.Sum sum = new ErrorScore.Sum();
    for (int question = 0; question < erring.length; question++) {
      if (teacher.isWrong(question)) {
        add(sum, model, family, question);
      }
    }
    return sum.score();
  }

  private void add(ErrorScore.Sum sum, Respondent model, int family, int question) {
    if (!model.isWrong(question)) {
      sum.addSilence();
      return;
    }
    boolean isMatch = matches(model, question);
    int k = matching[question] - (matches(family, question) ? 1 : 0);
    int m = erring[question] - 1;
    sum.addError(isMatch, m + 1 >= FEWEST_ERRING);
    if (k + (isMatch ? 1 : 0) <= RARE * (m + 1)) {
      double pi = (k + 1.0) / (m + 1.0);
      sum.addCounted(isMatch, 1 + LAMBDA * ((isMatch ? 1 : 0) - pi) / pi);
    } else {
      sum.addSilence();
    }
  }
}
