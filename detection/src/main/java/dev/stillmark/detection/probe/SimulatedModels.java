package dev.stillmark.detection.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Models whose origin is known, on questions that were never asked: families of models that err
 * alike, a teacher, students that take over a share of its answers, and innocents.
 *
 * <p>A model is right with probability 1/(1 + exp(difficulty - ability)). Its wrong answers fall by
 * rank as 1/(1 + rank) over twenty; in three questions of ten, though, there is a trap: six errors
 * of ten are the same. A model of a family takes over the family's common answer six times of ten.
 */
final class SimulatedModels {

  private static final double TRAPS = 0.3;
  private static final double TRAPPED = 0.6;
  private static final double WITHIN_FAMILY = 0.6;
  private static final int WRONG_ANSWERS = 20;
  private static final int MOST_IN_FAMILY = 3;
  private static final double MEAN_ABILITY = -0.5;
  private static final double SPREAD = 0.7;

  private final RandomGenerator random;
  private final double[] difficulties;
  private final boolean[] traps;

  SimulatedModels(int questions, RandomGenerator random) {
    this.random = random;
    this.difficulties = new double[questions];
    this.traps = new boolean[questions];
    for (int question = 0; question < questions; question++) {
      difficulties[question] = random.nextGaussian();
      traps[question] = random.nextDouble() < TRAPS;
    }
  }

  /** Families of one to three models each, of all abilities. */
  List<Respondent> panel(int families) {
    List<Respondent> models = new ArrayList<>();
    for (int family = 0; family < families; family++) {
      double ability = MEAN_ABILITY + SPREAD * random.nextGaussian();
      List<Grade> common = grades(ability);
      int size = 1 + random.nextInt(MOST_IN_FAMILY);
      for (int i = 0; i < size; i++) {
        List<Grade> grades = mixed(common, WITHIN_FAMILY, ability);
        models.add(new Respondent("model-" + family + "-" + i, "family-" + family, grades));
      }
    }
    return models;
  }

  /** A model that owes nothing to any other. */
  Respondent independent(String name, double ability) {
    return new Respondent(name, name, grades(ability));
  }

  /** A model that gives the teacher's answer with probability {@code inheritance}. */
  Respondent student(Respondent teacher, double inheritance, double ability) {
    return new Respondent("student", "student", mixed(teacher.grades(), inheritance, ability));
  }

  private List<Grade> mixed(List<Grade> common, double share, double ability) {
    List<Grade> grades = new ArrayList<>();
    for (int question = 0; question < difficulties.length; question++) {
      boolean isCommon = random.nextDouble() < share;
      grades.add(isCommon ? common.get(question) : grade(question, ability));
    }
    return grades;
  }

  private List<Grade> grades(double ability) {
    List<Grade> grades = new ArrayList<>();
    for (int question = 0; question < difficulties.length; question++) {
      grades.add(grade(question, ability));
    }
    return grades;
  }

  private Grade grade(int question, double ability) {
    double odds = StrictMath.exp(ability - difficulties[question]);
    if (random.nextDouble() < odds / (1 + odds)) {
      return Grade.RIGHT;
    }
    boolean isTrapped = traps[question] && random.nextDouble() < TRAPPED;
    return WRONG.get(isTrapped ? 0 : 1 + answer());
  }

  private static final List<Grade> WRONG = wrong();
  private static final double[] CUMULATED = cumulated();

  private static List<Grade> wrong() {
    List<Grade> grades = new ArrayList<>();
    for (int answer = 0; answer <= WRONG_ANSWERS; answer++) {
      grades.add(new Grade.Wrong("wrong-" + answer));
    }
    return List.copyOf(grades);
  }

  private static double[] cumulated() {
    double[] sums = new double[WRONG_ANSWERS];
    double sum = 0;
    for (int rank = 0; rank < WRONG_ANSWERS; rank++) {
      sum += 1.0 / (1 + rank);
      sums[rank] = sum;
    }
    return sums;
  }

  private int answer() {
    double at = random.nextDouble() * CUMULATED[WRONG_ANSWERS - 1];
    int rank = 0;
    while (CUMULATED[rank] <= at) {
      rank++;
    }
    return rank;
  }
}
