package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.watermark.CandidateGreens;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.GreenBias;
import dev.stillmark.detection.watermark.GreenIds;
import java.util.random.RandomGenerator;

/**
 * Marks text as transformers' {@code WatermarkLogitsProcessor} does, one token at a time.
 *
 * <p>Under selfhash only the 40 likeliest candidates can be green, as there.
 */
public final class KgwEmbedder implements Embedder {

  private static final int CANDIDATES = 40;

  private final GreenBias greenBias;

  /**
   * @param bias δ, finite
   */
  public KgwEmbedder(GreenLists lists, double bias) {
    this.greenBias = new GreenBias(greenIds(lists), bias);
  }

  private static GreenIds greenIds(GreenLists lists) {
    return switch (lists.scheme().seeding()) {
      case LEFTHASH -> lists.seededGreens();
      case SELFHASH -> new CandidateGreens(lists, CANDIDATES);
    };
  }

  @Override
  public int choose(double[] probabilities, long[] ids, int length, RandomGenerator random) {
    return greenBias.choose(probabilities, ids, length, random);
  }
}
