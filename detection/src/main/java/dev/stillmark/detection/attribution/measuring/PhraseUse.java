package dev.stillmark.detection.attribution.measuring;

/**
 * A teacher's signature phrase and how many answers have it: the suspect's, the teacher's
 * references' and all the panel's, all to prompts other than those it was mined from.
 *
 * @param phrase tokens in lower case, joined by spaces
 * @param logOdds its weight: the log odds of the teacher's answers against the other teachers',
 *     capped
 */
public record PhraseUse(
    String phrase,
    double logOdds,
    int suspectAnswers,
    int ofSuspect,
    int teacherAnswers,
    int ofTeacher,
    int panelAnswers,
    int ofPanel) {

  /** Whether it has a word: marks by themselves are layout, which style measures. */
  boolean isWorded() {
    return phrase.codePoints().anyMatch(Character::isLetter);
  }

  /** The same phrase with answers to other prompts; of two weights the smaller. */
  PhraseUse and(PhraseUse other) {
    return new PhraseUse(
        phrase,
        Math.min(logOdds, other.logOdds),
        suspectAnswers + other.suspectAnswers,
        ofSuspect + other.ofSuspect,
        teacherAnswers + other.teacherAnswers,
        ofTeacher + other.ofTeacher,
        panelAnswers + other.panelAnswers,
        ofPanel + other.ofPanel);
  }

  /** What the suspect's use of it adds to the signal over what the panel's would. */
  double excess() {
    double suspectRate = suspectAnswers / (double) Math.max(1, ofSuspect);
    return logOdds * (suspectRate - panelAnswers / (double) Math.max(1, ofPanel));
  }
}
