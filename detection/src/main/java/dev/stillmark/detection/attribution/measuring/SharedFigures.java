package dev.stillmark.detection.attribution.measuring;

/**
 * How alike the answers to one prompt are, by each of the signals that need it shared.
 *
 * @param teacherMeans [signal][answer * teachers + teacher], the mean over the teacher's references
 *     that answered, the model itself aside; NaN if there is none
 * @param crossProducts [answer][signal * terms + term], similarity times length term, summed over
 *     references of other families; only of the panel's answers
 * @param likeness [answer][panel answer], rare shared grams
 */
record SharedFigures(double[][] teacherMeans, double[][] crossProducts, float[][] likeness) {

  static SharedFigures of(PromptAnswers answers) {
    SharedGrams[] signals = SharedGrams.of(answers);
    double[][] means = new double[signals.length][];
    for (int signal = 0; signal < signals.length; signal++) {
      means[signal] = teacherMeans(answers, signals[signal]);
    }
    return new SharedFigures(means, crossProducts(answers, signals), likeness(answers, signals[0]));
  }

  private static double[] teacherMeans(PromptAnswers answers, SharedGrams signal) {
    int teachers = answers.rows().teachers();
    double[] means = new double[answers.count() * teachers];
    int[] references = answers.references();
    for (int answer = 0; answer < answers.count(); answer++) {
      double[] sums = new double[teachers];
      int[] counts = new int[teachers];
      for (int reference : references) {
        if (reference != answer) {
          int teacher = answers.rows().teacher(answers.row()[reference]);
          sums[teacher] += signal.similarity(answer, reference);
          counts[teacher]++;
        }
      }
      for (int teacher = 0; teacher < teachers; teacher++) {
        means[answer * teachers + teacher] = sums[teacher] / counts[teacher];
      }
    }
    return means;
  }

  private static double[][] crossProducts(PromptAnswers answers, SharedGrams[] signals) {
    double[][] products = new double[answers.panelCount()][signals.length * LengthTerms.COUNT];
    double[] terms = new double[LengthTerms.COUNT];
    double[] logLength = answers.logLengths();
    int[] references = answers.references();
    for (int answer = 0; answer < products.length; answer++) {
      for (int reference : references) {
        if (answers.family(reference) != answers.family(answer)) {
          LengthTerms.write(logLength[answer], logLength[reference], terms);
          addProducts(signals, answer, reference, terms, products[answer]);
        }
      }
    }
    return products;
  }

  private static void addProducts(
      SharedGrams[] signals, int answer, int reference, double[] terms, double[] into) {
    for (int signal = 0; signal < signals.length; signal++) {
      double similarity = signals[signal].similarity(answer, reference);
      for (int term = 0; term < terms.length; term++) {
        into[signal * terms.length + term] += similarity * terms[term];
      }
    }
  }

  private static float[][] likeness(PromptAnswers answers, SharedGrams rare) {
    float[][] likeness = new float[answers.count()][answers.panelCount()];
    for (int answer = 0; answer < likeness.length; answer++) {
      for (int other = 0; other < likeness[answer].length; other++) {
        likeness[answer][other] = (float) rare.similarity(answer, other);
      }
    }
    return likeness;
  }
}
