package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.watermark.Embedder;
import java.util.random.RandomGenerator;

/** Samples with every green token's probability raised by a factor of e^δ. */
final class UnigramEmbedder implements Embedder {

  private static final double LARGEST_BIAS = 100;

  private final UnigramMask mask;
  private final int vocabSize;
  private final double factor;

  UnigramEmbedder(UnigramMask mask, int vocabSize, double bias) {
    if (!(bias > 0 && bias <= LARGEST_BIAS)) {
      throw new IllegalArgumentException("bias must be within (0, 100] but is " + bias);
    }
    this.mask = mask;
    this.vocabSize = vocabSize;
    this.factor = StrictMath.exp(bias);
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    if (probabilities.length != vocabSize) {
      throw new IllegalArgumentException(
          "probabilities must hold vocabSize = %d values but hold %d"
              .formatted(vocabSize, probabilities.length));
    }
    double total = 0;
    for (int id = 0; id < vocabSize; id++) {
      total += weight(probabilities, id);
    }
    double left = random.nextDouble() * total;
    int last = 0;
    for (int id = 0; id < vocabSize; id++) {
      double weight = weight(probabilities, id);
      left -= weight;
      last = weight > 0 ? id : last;
      if (left < 0) {
        return id;
      }
    }
    return last;
  }

  private double weight(double[] probabilities, int id) {
    return mask.isGreen(id) ? probabilities[id] * factor : probabilities[id];
  }
}
