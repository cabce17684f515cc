package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.watermark.ContextSet;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PairIndex;
import dev.stillmark.detection.watermark.ScorablePositions;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pooled scores of many keys of one scheme: one pass over the tokens finds the distinct windows,
 * and every key looks at those alone. Belongs to one thread; keys are scored on all cores.
 */
public final class MultiKeyScan {

  private final WatermarkScheme scheme;
  private final @Nullable ContextSet training;
  private final int window;
  private final PairIndex windows = new PairIndex();

  /** The distinct windows one behind the other, each its context and its token. */
  private long[] ids = new long[1 << 10];

  private long tokens;

  /**
   * @param training contexts of the suspected training data, or null where it is not at hand
   */
  public MultiKeyScan(WatermarkScheme scheme, @Nullable ContextSet training) {
    this.scheme = scheme;
    this.training = training;
    this.window = Math.max(scheme.seedingContext(), scheme.contextWidth()) + 1;
  }

  /**
   * @param promptIds empty where there is no prompt
   */
  public void add(long[] outputIds, long[] promptIds) {
    ScorablePositions scorable =
        ScorablePositions.pooled(scheme, outputIds, promptIds, training);
    tokens += scorable.tokens();
    for (int position : scorable.positions()) {
      addWindow(scorable.ids(), position);
    }
  }

  private void addWindow(long[] sequence, int position) {
    int context = scheme.seedingContext();
    int known = windows.size();
    long fingerprint = ContextSet.fingerprint(sequence, position - context, context);
    if (windows.of(fingerprint, sequence[position]) == known) {
      int to = known * window;
      if (to + window > ids.length) {
        ids = Arrays.copyOf(ids, 2 * ids.length);
      }
      System.arraycopy(sequence, position + 1 - window, ids, to, window);
    }
  }

  /** One key's score after another, in the order of {@code keys}. */
  public List<Figures> score(List<WatermarkKey> keys) {
    return keys.parallelStream().map(key -> score(scheme.with(key))).toList();
  }

  private Figures score(KeyedScheme keyed) {
    DistinctDraws draws = new DistinctDraws(keyed);
    for (int i = 1; i <= windows.size(); i++) {
      draws.add(ids, i * window - 1);
    }
    return Figures.of(tokens, draws.bySeed());
  }
}
