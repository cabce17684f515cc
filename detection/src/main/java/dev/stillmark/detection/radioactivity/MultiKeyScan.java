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

  private static final int MOST_WINDOWS = 1 << 26;
  private static final int INDEX_MASK = MOST_WINDOWS - 1;

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
    ScorablePositions scorable = ScorablePositions.pooled(scheme, outputIds, promptIds, training);
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
      if (known == MOST_WINDOWS || (known + 1L) * window > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "ids must hold at most %d distinct windows for a scan of keys".formatted(known));
      }
      int to = known * window;
      if (to + window > ids.length) {
        ids = Arrays.copyOf(ids, (int) Math.min(2L * ids.length, Integer.MAX_VALUE - 8));
      }
      System.arraycopy(sequence, position + 1 - window, ids, to, window);
    }
  }

  /** One key's score after another, in the order of {@code keys}. */
  public List<Figures> score(List<WatermarkKey> keys) {
    int[] ends = ordered();
    return keys.parallelStream().map(key -> score(scheme.with(key), ends)).toList();
  }

  /** The windows' last positions, those with the same context together: they share a seed. */
  private int[] ordered() {
    int context = scheme.seedingContext();
    long[] keyed = new long[windows.size()];
    for (int i = 0; i < keyed.length; i++) {
      long fingerprint = ContextSet.fingerprint(ids, (i + 1) * window - 1 - context, context);
      keyed[i] = (fingerprint & ~(long) INDEX_MASK) | (i & INDEX_MASK);
    }
    Arrays.sort(keyed);
    return Arrays.stream(keyed)
        .mapToInt(place -> ((int) place & INDEX_MASK) * window + window - 1)
        .toArray();
  }

  private Figures score(KeyedScheme keyed, int[] ends) {
    DistinctDraws draws = new DistinctDraws(keyed);
    draws.add(ids, ends, 0, ends.length);
    return Figures.of(tokens, draws.bySeed());
  }
}
