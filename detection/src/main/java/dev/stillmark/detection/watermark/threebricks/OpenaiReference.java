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

  /** One element of torch.rand costs a fraction of all, all cost less than many one by one. */
  private static void addDraws(
      OpenaiDraws draws, long[] ids, int at, TorchGenerator generator, double[] scores) {
    generator.seed(draws.seedAt(ids, at));
    if (scores.length == 1) {
      scores[0] += DrawScale.TORCH_FLOAT.score(generator.floatBitsAt(draws.drawOf(ids[at], 0)));
      return;
    }
    int[] all = new int[draws.scheme().vocabularySize()];
    for (int i = 0; i < all.length; i++) {
      all[i] = generator.nextFloatBits();
    }
    for (int payload = 0; payload < scores.length; payload++) {
      scores[payload] += DrawScale.TORCH_FLOAT.score(all[draws.drawOf(ids[at], payload)]);
    }
  }

  ReferenceFigures figures() {
    return new ReferenceFigures(
        n, null, scores[payloads.payload()], null, n == 0 ? null : payloads.least(), null);
  }
}
