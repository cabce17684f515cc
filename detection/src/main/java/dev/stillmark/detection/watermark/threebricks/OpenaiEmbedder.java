package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.random.CategoricalDraw;
import dev.stillmark.detection.random.GumbelChoice;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.Embedder;
import java.util.random.RandomGenerator;

/**
 * Takes the token with the largest r^(1/p), as three_bricks' {@code OpenaiGenerator} does at
 * temperature 1; before there is a whole window, an ordinary sample.
 */
final class OpenaiEmbedder implements Embedder {

  private final OpenaiDraws draws;
  private final TorchGenerator generator = new TorchGenerator();
  private final double[] uniforms;

  OpenaiEmbedder(OpenaiDraws draws) {
    this.draws = draws;
    this.uniforms = new double[draws.scheme().vocabularySize()];
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    OpenaiScheme scheme = draws.scheme();
    if (length < scheme.ngram()) {
      return CategoricalDraw.from(probabilities, random);
    }
    generator.seed(draws.seedAt(ids, length));
    for (int i = 0; i < uniforms.length; i++) {
      uniforms[i] = generator.nextFloatBits() * 0x1p-24;
    }
    return GumbelChoice.largest(
        probabilities, token -> uniforms[draws.drawOf(token, scheme.payload())]);
  }
}
