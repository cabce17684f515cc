package dev.stillmark.detection.probe;

/**
 * What one model's errors have in common with a teacher's.
 *
 * @param teacherErrors questions on which the teacher erred
 * @param bothWrong those of them on which the model erred, too
 * @param sharedErrors those of them with the very same answer
 * @param comparable those of {@code bothWrong} on which enough families err for a match to be rare
 * @param counted those of {@code bothWrong} that count, {@code countedMatches} with the same answer
 * @param score Σ ln e over the questions that count: to be ranked, never to be read as an e-value
 * @param averageE the mean of e over the teacher's errors, where e = 1 for a question that does not
 *     count: an e-value under any dependence between questions; 1 if the teacher never erred
 */
public record ErrorScore(
    int teacherErrors,
    int bothWrong,
    int sharedErrors,
    int comparable,
    int counted,
    int countedMatches,
    double score,
    double averageE) {

  /** Questions added one by one, in their order. */
  static final class Sum {

    private int questions;
    private int bothWrong;
    private int shared;
    private int comparable;
    private int counted;
    private int countedMatches;
    private double logs;
    private double values;

    /** A question that says nothing. */
    void addSilence() {
      questions++;
      values++;
    }

    void addError(boolean isMatch, boolean isComparable) {
      bothWrong++;
      shared += isMatch ? 1 : 0;
      comparable += isComparable ? 1 : 0;
    }

    void addCounted(boolean isMatch, double evalue) {
      questions++;
      counted++;
      countedMatches += isMatch ? 1 : 0;
      logs += StrictMath.log(evalue);
      values += evalue;
    }

    ErrorScore score() {
      double average = questions == 0 ? 1 : values / questions;
      return new ErrorScore(
          questions, bothWrong, shared, comparable, counted, countedMatches, logs, average);
    }
  }
}
