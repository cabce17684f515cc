package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.stats.NormalTail;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import java.math.BigInteger;

/**
 * What lm-watermarking's {@code WatermarkDetector} prints about one sequence, to be shown beside
 * our own exact figures.
 *
 * <p>z is equal to the reference's bit for bit, p is its normal tail. Neither is valid evidence:
 * many windows share a seed, and the best of many stretches is read as if it had been the only one.
 */
final class LmWatermarkingReference {

  private static final double THRESHOLD = 4;

  private final LmWatermarkingScheme scheme;
  private final ScoredWindows windows;
  private final int[] greenBefore;

  private LmWatermarkingReference(LmWatermarkingScheme scheme, ScoredWindows windows) {
    this.scheme = scheme;
    this.windows = windows;
    this.greenBefore = windows.greenBefore();
  }

  /**
   * Scores a sequence without a leading bosTokenId.
   *
   * @throws RefusedSequence where it holds no more than contextWidth tokens
   */
  static LmWatermarkingReference of(LmWatermarkingLists lists, long[] ids) {
    LmWatermarkingScheme scheme = lists.scheme();
    requireLength(scheme, ids);
    if (scheme.seedingScheme().prf() == Prf.ORIGINAL) {
      requireSeeds(lists.key().value(), ids);
    }
    ScoredWindows windows = ScoredWindows.of(lists, ids, scheme.ignoreRepeatedNgrams());
    return new LmWatermarkingReference(scheme, windows);
  }

  private static void requireLength(LmWatermarkingScheme scheme, long[] ids) {
    int least = scheme.contextWidth() + 1;
    if (ids.length < least) {
      throw new RefusedSequence(
          "too-short",
          "a sequence must hold at least contextWidth + 1 = %d tokens but holds %d"
              .formatted(least, ids.length));
    }
  }

  /** Where no modulus is taken, a product may be too large for a seed. */
  private static void requireSeeds(BigInteger key, long[] ids) {
    for (int i = 0; i < ids.length - 1; i++) {
      BigInteger seed = key.multiply(BigInteger.valueOf(ids[i]));
      if (seed.bitLength() > (seed.signum() < 0 ? 63 : 64)) {
        throw new RefusedSequence(
            "seed-out-of-range",
            "key times token must be within [-2^63, 2^64-1] but has %d bits"
                .formatted(seed.bitLength()));
      }
    }
  }

  ReferenceFigures figures() {
    return scheme.windowSizes().isEmpty() ? ofAll() : ofBestStretch();
  }

  private ReferenceFigures ofAll() {
    int n = windows.count();
    int green = greenBefore[n];
    double gamma = scheme.gamma();
    double z = (green - gamma * n) / Math.sqrt(n * gamma * (1 - gamma));
    return figures(n, green, z);
  }

  private ReferenceFigures ofBestStretch() {
    BestStretch best = BestStretch.of(greenBefore, scheme.windowSizes(), scheme.gamma());
    return figures(best.size(), best.green(), best.z());
  }

  private static ReferenceFigures figures(int n, int green, double z) {
    return new ReferenceFigures(n, (long) green, null, z, NormalTail.of(z), z > THRESHOLD);
  }

  /** The reference's z_score_at_T: z in 32-bit floats up to every window's end. */
  float[] zAtT() {
    float gamma = (float) scheme.gamma();
    float rest = (float) (1 - scheme.gamma());
    int[] countedAt = windows.countedAt();
    float[] z = new float[countedAt.length];
    for (int i = 0; i < z.length; i++) {
      int size = countedAt[i];
      z[i] = (greenBefore[size] - gamma * size) / (float) Math.sqrt(size * gamma * rest);
    }
    return z;
  }
}
