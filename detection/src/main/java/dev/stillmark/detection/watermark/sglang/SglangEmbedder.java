package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.random.CategoricalDraw;
import dev.stillmark.detection.random.GumbelChoice;
import dev.stillmark.detection.watermark.Embedder;
import java.util.random.RandomGenerator;

/**
 * Samples as SGLang does: the token that its draws pick, wherever a context is new to the text;
 * behind any other, a token with its probability.
 *
 * <p>The ids are the prompt's and the generated ones; contexts inside the prompt count as used.
 */
final class SglangEmbedder implements Embedder {

  private final SglangDraws draws;
  private final ForcedContexts forced;

  SglangEmbedder(SglangDraws draws) {
    this.draws = draws;
    this.forced = new ForcedContexts(draws.scheme().contextWindow(), SglangScheme.MOST_CONTEXTS);
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    if (!forced.isForced(ids, 0, length)) {
      return CategoricalDraw.from(probabilities, random);
    }
    int contextHash = forced.hashBefore(ids, length);
    int state = draws.keys().after(contextHash).after(contextHash);
    return GumbelChoice.largest(
        probabilities, token -> uniform(Integer.toUnsignedLong(KeyState.draw(state, token))));
  }

  /** What {@link DrawScale#SGLANG_WORD} scores. */
  private static double uniform(long draw) {
    return (draw + 0.5) * 0x1p-32;
  }
}
