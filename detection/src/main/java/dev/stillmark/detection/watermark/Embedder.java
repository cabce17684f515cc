package dev.stillmark.detection.watermark;

import java.util.random.RandomGenerator;

/** Chooses next tokens so that they carry a watermark. Belongs to one thread. */
public interface Embedder {

  /**
   * The next token.
   *
   * @param probabilities the model's distribution over the vocabulary, index = id; sums to 1 up to
   *     rounding and is not changed
   * @param ids the tokens so far; only the first {@code length} are looked at
   * @param random where the scheme itself leaves the choice open
   */
  int choose(double[] probabilities, long[] ids, int length, RandomGenerator random);
}
