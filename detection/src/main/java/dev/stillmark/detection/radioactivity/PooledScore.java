package dev.stillmark.detection.radioactivity;

import dev.stillmark.detection.stats.EffectSize;
import dev.stillmark.detection.watermark.ContextSet;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.ScorablePositions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The closed-model radioactivity test of Sander et al. (2024): all outputs of a suspect as one
 * stream, each distinct draw once. Belongs to one thread.
 */
public final class PooledScore {

  private static final long[] FIRST_POINTS = {1_000, 2_000, 5_000, 10_000};

  private final KeyedScheme keyed;
  private final @Nullable ContextSet training;
  private final DistinctDraws draws;
  private final List<Figures> curve = new ArrayList<>();
  private final List<Figures> curveByItem = new ArrayList<>();
  private long tokens;
  private long outOfVocabulary;

  /**
   * @param training contexts of the suspected training data, as wide as the scheme's seeding
   *     context; or null where it is not at hand
   */
  public PooledScore(KeyedScheme keyed, @Nullable ContextSet training) {
    if (training != null && training.width() != keyed.scheme().seedingContext()) {
      throw new IllegalArgumentException(
          "training contexts must be %d tokens wide but are %d"
              .formatted(keyed.scheme().seedingContext(), training.width()));
    }
    this.keyed = keyed;
    this.training = training;
    this.draws = new DistinctDraws(keyed);
  }

  /**
   * @param promptIds empty where there is no prompt
   */
  public void add(long[] outputIds, long[] promptIds) {
    ScorablePositions scorable =
        ScorablePositions.pooled(keyed.scheme(), outputIds, promptIds, training);
    outOfVocabulary += scorable.outOfVocabulary();
    int first = scorable.ids().length - scorable.tokens();
    long before = tokens;
    int next = 0;
    while (pointAt(curve.size()) <= before + scorable.tokens()) {
      tokens = pointAt(curve.size());
      next = addBelow(first + (int) (tokens - before), scorable, next);
      note();
    }
    tokens = before + scorable.tokens();
    addBelow(scorable.ids().length, scorable, next);
  }

  private int addBelow(int end, ScorablePositions scorable, int from) {
    int[] positions = scorable.positions();
    int to = from;
    while (to < positions.length && positions[to] < end) {
      to++;
    }
    draws.add(scorable.ids(), positions, from, to);
    return to;
  }

  /** 1, 2, 5 and 10 thousand tokens, from there on twice as many each time. */
  private static long pointAt(int index) {
    int last = FIRST_POINTS.length - 1;
    return index <= last ? FIRST_POINTS[index] : FIRST_POINTS[last] << (index - last);
  }

  private void note() {
    curve.add(bySeed());
    curveByItem.add(byItem());
  }

  /** Units of evidence by seed. */
  public Figures bySeed() {
    return draws.exactBySeed(tokens);
  }

  /** The same with every distinct item a unit; differs for g-values only. */
  public Figures byItem() {
    return Figures.of(tokens, draws.byItem());
  }

  /**
   * The dose: how strong the mark is by seed, with bounds that hold at all times together; null
   * where nothing was scored.
   */
  public @Nullable EffectSize effect(double confidence) {
    return draws.bySeed().effect(confidence);
  }

  /** What {@link #bySeed} was after 1k, 2k, 5k, 10k, 20k, 40k, … tokens. */
  public List<Figures> curveBySeed() {
    return List.copyOf(curve);
  }

  /** What {@link #byItem} was after as many tokens. */
  public List<Figures> curveByItem() {
    return List.copyOf(curveByItem);
  }

  /** Scored tokens that the scheme draws nothing for. */
  public long outOfVocabulary() {
    return outOfVocabulary;
  }
}
