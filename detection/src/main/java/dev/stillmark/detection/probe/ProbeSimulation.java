package dev.stillmark.detection.probe;

import dev.stillmark.detection.stats.ErrorRate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * How often simulated innocents are accused and simulated students found, at {@link
 * ProbeFinding#ALPHA}.
 *
 * <p>Every trial has new questions, a new panel and a new teacher; what is simulated says {@link
 * SimulatedModels}. A rank that cannot be had accuses nobody.
 *
 * @param families of reference models in each trial
 */
public record ProbeSimulation(int families, int trials, List<Row> rows) {

  private static final double TEACHER_ABILITY = -0.5;

  /** Who is simulated: a suspect that inherits a share of the teacher's answers, perhaps none. */
  public enum Kind {
    INNOCENT("innocent", 0, 0),
    STRONGER_INNOCENT("stronger innocent", 0, 1),
    MUCH_STRONGER_INNOCENT("much stronger innocent", 0, 2),
    WEAKER_INNOCENT("weaker innocent", 0, -1),
    STUDENT_5("student", 0.05, 0),
    STUDENT_10("student", 0.1, 0),
    STUDENT_20("student", 0.2, 0),
    STUDENT_40("student", 0.4, 0),
    STUDENT_80("student", 0.8, 0);

    private final String label;
    private final double inheritance;
    private final double moreAbility;

    Kind(String label, double inheritance, double moreAbility) {
      this.label = label;
      this.inheritance = inheritance;
      this.moreAbility = moreAbility;
    }

    public String label() {
      return label;
    }

    /** The share of questions on which it gives the teacher's answer, right or wrong. */
    public double inheritance() {
      return inheritance;
    }
  }

  /**
   * One kind of suspect and one number of questions.
   *
   * @param accuracy mean share of the suspect's right answers
   * @param bothWrong mean number of questions on which suspect and teacher err
   * @param ranked trials in which shared errors could be ranked at all
   * @param sharedErrors trials whose p of shared errors is at most alpha, {@code ceiling} those
   *     whose p of the odds ratio is
   */
  public record Row(
      int questions,
      Kind kind,
      double accuracy,
      double bothWrong,
      ErrorRate ranked,
      ErrorRate sharedErrors,
      ErrorRate ceiling) {}

  /**
   * Runs it.
   *
   * @param questions numbers of questions, each at least 1
   */
  public static ProbeSimulation run(
      int[] questions, int families, int trials, RandomGenerator random) {
    List<Row> rows = new ArrayList<>();
    for (int size : questions) {
      for (Kind kind : Kind.values()) {
        rows.add(row(size, kind, families, trials, random));
      }
    }
    return new ProbeSimulation(families, trials, List.copyOf(rows));
  }

  static Row row(int questions, Kind kind, int families, int trials, RandomGenerator random) {
    double accuracy = 0;
    double bothWrong = 0;
    int ranked = 0;
    int shared = 0;
    int ceiling = 0;
    for (int trial = 0; trial < trials; trial++) {
      ProbeFinding finding = finding(questions, kind, families, random);
      accuracy += finding.accuracy() / trials;
      bothWrong += (double) finding.errors().bothWrong() / trials;
      ranked += finding.p().isPresent() ? 1 : 0;
      shared += isAccused(finding.p()) ? 1 : 0;
      ceiling += isAccused(finding.ceilingP()) ? 1 : 0;
    }
    return new Row(
        questions,
        kind,
        accuracy,
        bothWrong,
        new ErrorRate(ranked, trials),
        new ErrorRate(shared, trials),
        new ErrorRate(ceiling, trials));
  }

  private static ProbeFinding finding(
      int questions, Kind kind, int families, RandomGenerator random) {
    SimulatedModels models = new SimulatedModels(questions, random);
    List<Respondent> panel = models.panel(families);
    Respondent teacher = models.independent("teacher", TEACHER_ABILITY);
    double ability = TEACHER_ABILITY + kind.moreAbility;
    return ProbeFinding.of(teacher, models.student(teacher, kind.inheritance, ability), panel);
  }

  private static boolean isAccused(OptionalDouble p) {
    return p.orElse(1) <= ProbeFinding.ALPHA;
  }
}
