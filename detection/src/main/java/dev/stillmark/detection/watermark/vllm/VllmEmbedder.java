package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.random.CategoricalDraw;
import dev.stillmark.detection.random.GumbelChoice;
import dev.stillmark.detection.random.Philox4x32;
import dev.stillmark.detection.watermark.Embedder;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Samples as vLLM's generator does without speculative decoding: the token that its draws pick;
 * after a repeated context, any token with its probability.
 *
 * <p>The ids are the generated ones: the prompt is never part of a context. With two keys a coin
 * that no key knows picks one for each token.
 */
final class VllmEmbedder implements Embedder {

  private static final int MAX_HISTORY = 8192;

  private final List<VllmPrf> functions;
  private final double alpha;
  private final RepeatedContexts repeated;
  private final int[] state = new int[Philox4x32.WORDS];
  private final int[] block = new int[Philox4x32.WORDS];

  VllmEmbedder(VllmDraws draws) {
    this.functions = draws.functions();
    this.alpha = draws.scheme().alpha();
    this.repeated = new RepeatedContexts(draws.scheme().contextWidth(), MAX_HISTORY);
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    if (repeated.contains(ids, length)) {
      return CategoricalDraw.from(probabilities, random);
    }
    boolean second = functions.size() > 1 && random.nextDouble() < alpha;
    VllmPrf function = functions.get(second ? 1 : 0);
    function.absorb(ids, length, state);
    return GumbelChoice.largest(
        probabilities, token -> uniform(VllmPrf.draw(function.word(state, token, block))));
  }

  /** The float that {@link DrawScale#VLLM_FLOAT} scores; never 0 or 1. */
  static float uniform(int draw) {
    return Math.nextDown((draw + 1) * 0x1p-24f);
  }
}
