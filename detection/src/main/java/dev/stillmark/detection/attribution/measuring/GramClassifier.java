package dev.stillmark.detection.attribution.measuring;

import java.util.Arrays;

/**
 * A log-linear classifier of teachers by the grams of an answer.
 *
 * <p>Of each gram, the smoothed share of a teacher's answers that hold it, its logarithm less the
 * mean over teachers; the score is the sum over an answer's distinct grams, by its length in
 * tokens. Teachers count alike, however many answers they gave.
 */
final class GramClassifier {

  private static final int LEAST_ANSWERS = 5;
  private static final double SMOOTHING = 50;
  private static final double LENGTH_OFFSET = 31;

  private final int teachers;
  private final int[] answers;
  private final double leastShare;
  private final GramTable table = new GramTable();
  private float[] weights = new float[0];

  private GramClassifier(int[] answers, double leastShare) {
    this.answers = answers;
    this.leastShare = leastShare;
    teachers = answers.length;
  }

  /** The fewest reference answers that can hold a gram which the classifier uses. */
  static int leastAnswers(int[] answers, double leastShare) {
    int fewest = Arrays.stream(answers).filter(n -> n > 0).min().orElse(0);
    long taught = Arrays.stream(answers).filter(n -> n > 0).count();
    return Math.max(LEAST_ANSWERS, (int) (leastShare * taught * fewest));
  }

  /**
   * @param answers how many reference answers each teacher gave; one without any gets no score
   * @param leastShare of answers, the mean over teachers, that must hold a gram
   */
  static GramClassifier fit(TeacherGramCounts counts, int[] answers, double leastShare) {
    GramClassifier classifier = new GramClassifier(answers, leastShare);
    long[] grams = counts.grams();
    float[] weights = new float[Math.multiplyExact(grams.length, answers.length)];
    for (int number = 0; number < grams.length; number++) {
      double background = classifier.meanShare(counts, number);
      if (counts.answersWith(number) >= LEAST_ANSWERS && background > classifier.leastShare) {
        int row = classifier.table.numberOrNext(grams[number]);
        classifier.weigh(counts, number, background, weights, row * answers.length);
      }
    }
    classifier.weights = Arrays.copyOf(weights, classifier.table.size() * answers.length);
    return classifier;
  }

  private double meanShare(TeacherGramCounts counts, int number) {
    double shares = 0;
    int taught = 0;
    for (int teacher = 0; teacher < teachers; teacher++) {
      if (answers[teacher] > 0) {
        shares += counts.answersWith(number, teacher) / (double) answers[teacher];
        taught++;
      }
    }
    return shares / taught;
  }

  private void weigh(
      TeacherGramCounts counts, int number, double background, float[] into, int row) {
    double[] logs = new double[teachers];
    double sum = 0;
    int taught = 0;
    for (int teacher = 0; teacher < teachers; teacher++) {
      if (answers[teacher] > 0) {
        double smoothed = counts.answersWith(number, teacher) + SMOOTHING * background;
        logs[teacher] = StrictMath.log(smoothed / (answers[teacher] + SMOOTHING));
        sum += logs[teacher];
        taught++;
      }
    }
    for (int teacher = 0; teacher < teachers; teacher++) {
      into[row + teacher] = (float) (logs[teacher] - sum / taught);
    }
  }

  /** How many grams it goes by. */
  int size() {
    return table.size();
  }

  /**
   * Writes the scores of one answer, NaN for a teacher without answers to learn from.
   *
   * @param grams of the answer, repeated or not
   * @param tokens the answer's length
   * @param seen of {@link #size()}, not holding {@code answer} before
   */
  void score(long[] grams, int count, int tokens, int answer, int[] seen, double[] into, int at) {
    double[] sums = new double[teachers];
    for (int i = 0; i < count; i++) {
      int row = table.number(grams[i]);
      if (row != GramTable.ABSENT && seen[row] != answer) {
        seen[row] = answer;
        addWeights(row * teachers, sums);
      }
    }
    for (int teacher = 0; teacher < teachers; teacher++) {
      into[at + teacher] =
          answers[teacher] > 0 ? sums[teacher] / (tokens + LENGTH_OFFSET) : Double.NaN;
    }
  }

  private void addWeights(int row, double[] sums) {
    for (int teacher = 0; teacher < sums.length; teacher++) {
      sums[teacher] += weights[row + teacher];
    }
  }
}
