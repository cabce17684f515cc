package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.ScoredTuples;

/**
 * What three_bricks' {@code OpenaiDetector} prints about one sequence.
 *
 * <p>The reference adds 32-bit floats; we add doubles, so that sums agree to about 1e-6.
 *
 * @param n scored tokens; the first that could be scored never is
 * @param scores per payload, the sum of -ln(1 - r)
 * @param payloads what they say about each payload
 */
record OpenaiReference(long n, double[] scores, PayloadFigures payloads) {

  static OpenaiReference of(OpenaiDraws draws, long[] ids) {
    OpenaiScheme scheme = draws.scheme();
    ScoredTuples tuples = new ScoredTuples(scheme.scoringMethod(), scheme.ngram());
    double[] scores = new double[scheme.payloadMax() + 1];
    TorchGenerator generator = new TorchGenerator();
    int n = 0;
    for (int at = scheme.ngram() + 1; at < ids.length; at++) {
      if (tuples.add(ids, at)) {
        n++;
        addDraws(draws, ids, at, generator, scores);
      }
    }
    double[] tails = new double[scores.length];
    for (int payload = 0; payload < tails.length; payload++) {
      tails[payload] = PrintedTails.openai(scheme.tail(), n, scores[payload]);
    }
    return new OpenaiReference(n, scores, PayloadFigures.of(n, tails));
  }

  private static void addDraws(
      OpenaiDraws draws, long[] ids, int at, TorchGenerator generator, double[] scores) {
    int seed = draws.seedAt(ids, at);
    for (int payload = 0; payload < scores.length; payload++) {
      generator.seed(seed);
      int bits = generator.floatBitsAt(draws.drawOf(ids[at], payload));
      scores[payload] += DrawScale.TORCH_FLOAT.score(bits);
    }
  }

  ReferenceFigures figures() {
    return new ReferenceFigures(
        n, null, scores[payloads.payload()], null, n == 0 ? null : payloads.least(), null);
  }
}
