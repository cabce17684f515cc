package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.watermark.RefusedSequence;
import java.util.HashSet;
import java.util.Set;

/**
 * What the references print about one sequence, to be shown beside our own exact figures.
 *
 * <p>Equal to theirs bit for bit. As in their arrays, an id of -1 is the last one of the
 * vocabulary, -2 the one before it, and so on to -V.
 *
 * @param z over every token: {@code detect}, MarkLLM's only figure; NaN for none
 * @param zOfTypes over distinct ids: {@code unidetect}
 * @param threshold τ of {@code dynamic_threshold} for zOfTypes at α = 0.01
 * @param prediction whether z is above the reference's default threshold
 */
record UnigramReference(
    long tokens,
    long greenTokens,
    long types,
    double z,
    double zOfTypes,
    double threshold,
    boolean prediction) {

  /** The standard normal quantile at 0.99. */
  private static final double QUANTILE = 2.3263478740408408;

  private static final double REPOSITORY_THRESHOLD = 6;
  private static final double MARKLLM_THRESHOLD = 4;

  /**
   * Scores the sequence.
   *
   * @throws RefusedSequence for an id outside -V..V-1, and in MarkLLM's dialect for an empty one
   */
  static UnigramReference of(UnigramScheme scheme, UnigramMask mask, long[] ids) {
    boolean repository = scheme.dialect() == UnigramScheme.Dialect.UNIGRAM_REPO;
    if (ids.length == 0 && !repository) {
      throw new RefusedSequence("empty", "a sequence must hold at least 1 token but holds 0");
    }
    Set<Long> types = new HashSet<>();
    long green = 0;
    long greenTypes = 0;
    for (int at = 0; at < ids.length; at++) {
      int bit = mask.isGreen(idAt(ids, at, scheme.vocabSize())) ? 1 : 0;
      green += bit;
      greenTypes += types.add(ids[at]) ? bit : 0;
    }
    double z = z(green, ids.length, scheme);
    return new UnigramReference(
        ids.length,
        green,
        types.size(),
        z,
        z(greenTypes, types.size(), scheme),
        threshold(types.size(), scheme.vocabSize()),
        z > (repository ? REPOSITORY_THRESHOLD : MARKLLM_THRESHOLD));
  }

  /** Whether the repository's {@code dynamic_threshold} finds a watermark. */
  boolean dynamicPrediction() {
    return zOfTypes > threshold;
  }

  private static long idAt(long[] ids, int at, int vocabSize) {
    long id = ids[at];
    if (id < -vocabSize || id >= vocabSize) {
      throw new RefusedSequence(
          "out-of-vocabulary",
          "ids must be within %d..%d but the one at %d is not"
              .formatted(-vocabSize, vocabSize - 1, at));
    }
    return id < 0 ? id + vocabSize : id;
  }

  /** The references multiply in different orders. */
  private static double z(long green, int tokens, UnigramScheme scheme) {
    double f = scheme.fraction();
    double variance =
        switch (scheme.dialect()) {
          case UNIGRAM_REPO -> f * (1 - f) * tokens;
          case MARKLLM -> tokens * f * (1 - f);
        };
    return (green - f * tokens) / Math.sqrt(variance);
  }

  private static double threshold(int types, int vocabSize) {
    return Math.sqrt(1 - (types - 1) / (double) (vocabSize - 1)) * QUANTILE;
  }
}
