package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.watermark.ContextSet;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.Arrays;

/**
 * The open-model radioactivity test of Sander et al. (2024): the suspect reads marked text, and
 * what it expects next after each context is scored, each distinct (context, prediction) once.
 * Belongs to one thread.
 */
public final class OpenModelScore {

  private final WatermarkScheme scheme;
  private final int width;
  private final DistinctDraws draws;
  private final long[] window;
  private final int[] predicted;
  private long tokens;

  public OpenModelScore(KeyedScheme keyed) {
    this.scheme = keyed.scheme();
    this.width = Math.max(1, Math.max(keyed.firstPosition(), scheme.seedingContext()));
    this.draws = new DistinctDraws(keyed);
    this.window = new long[width + 1];
    this.predicted = new int[] {width};
  }

  /**
   * Scores positions width to L - 2 of a sequence of L tokens whose context did not come before in
   * the same sequence.
   *
   * @param predictions what the suspect finds likeliest after each token; as long as {@code ids}
   */
  public void add(long[] ids, long[] predictions) {
    if (predictions.length != ids.length) {
      throw new IllegalArgumentException(
          "argmax_next must hold %d ids but holds %d".formatted(ids.length, predictions.length));
    }
    ContextSet seen = new ContextSet(width);
    seen.addAll(Arrays.copyOf(ids, Math.min(width, ids.length)));
    for (int at = width; at <= ids.length - 2; at++) {
      tokens++;
      if (!seen.containsBefore(ids, at + 1)) {
        seen.addAll(Arrays.copyOfRange(ids, at + 1 - width, at + 1));
        System.arraycopy(ids, at + 1 - width, window, 0, width);
        window[width] = predictions[at];
        draws.add(window, predicted, 0, 1);
      }
    }
  }

  public Figures bySeed() {
    return Figures.of(tokens, draws.bySeed());
  }

  /** The same with every distinct item a unit; differs for g-values only. */
  public Figures byItem() {
    return Figures.of(tokens, draws.byItem());
  }
}
