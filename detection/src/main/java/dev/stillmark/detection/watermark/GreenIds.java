package dev.stillmark.detection.watermark;

import java.util.BitSet;

/** The ids that a green-list watermark favours as the next token. Belongs to one thread. */
@FunctionalInterface
public interface GreenIds {

  /**
   * The green ids, not to be changed; empty where there are too few tokens to seed from.
   *
   * @param probabilities the model's distribution over the vocabulary, index = id
   * @param ids the tokens so far; only the first {@code length} are looked at
   */
  BitSet next(double[] probabilities, long[] ids, int length);
}
