package dev.stillmark.detection.probe;

import java.util.List;

/**
 * A model and how its answers to a probe set were graded.
 *
 * @param family of models that are no independent observations of one another
 * @param grades in the order of the set
 */
public record Respondent(String model, String family, List<Grade> grades) {

  public Respondent {
    grades = List.copyOf(grades);
  }

  boolean isRight(int question) {
    return grades.get(question) instanceof Grade.Right;
  }

  boolean isWrong(int question) {
    return grades.get(question) instanceof Grade.Wrong;
  }

  /** Right among right and wrong; NaN if there is neither. */
  double accuracy() {
    long right = count(Grade.Right.class);
    return (double) right / (right + count(Grade.Wrong.class));
  }

  /** How many answers were graded so. */
  public long count(Class<? extends Grade> kind) {
    return grades.stream().filter(kind::isInstance).count();
  }
}
