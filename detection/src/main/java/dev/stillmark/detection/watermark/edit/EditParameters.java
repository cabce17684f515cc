package dev.stillmark.detection.watermark.edit;

/** The bounds of what both schemes take. */
final class EditParameters {

  private static final int LARGEST_VOCABULARY = 1_000_000;
  private static final int LONGEST_SEQUENCE = 10_000;
  private static final double LARGEST_GAMMA = 1000;
  private static final int MOST_RUNS = 1_000_000;

  private EditParameters() {}

  static void requireScheme(int vocabSize, int n, double gamma) {
    if (vocabSize < 2 || vocabSize > LARGEST_VOCABULARY) {
      throw new IllegalArgumentException(
          "vocabSize must be within 2..%d but is %d".formatted(LARGEST_VOCABULARY, vocabSize));
    }
    if (n < 1 || n > LONGEST_SEQUENCE) {
      throw new IllegalArgumentException(
          "n must be within 1..%d but is %d".formatted(LONGEST_SEQUENCE, n));
    }
    if (!(gamma >= 0 && gamma <= LARGEST_GAMMA)) {
      throw new IllegalArgumentException("gamma must be within [0, 1000] but is " + gamma);
    }
  }

  static void requireRuns(int nullRuns, long nullSeed) {
    if (nullRuns < 1 || nullRuns > MOST_RUNS) {
      throw new IllegalArgumentException(
          "nullRuns must be within 1..%d but is %d".formatted(MOST_RUNS, nullRuns));
    }
    if (nullSeed >>> 32 != 0) {
      throw new IllegalArgumentException(
          "nullSeed must be within 0..4294967295 but is " + nullSeed);
    }
  }
}
