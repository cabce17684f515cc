package dev.stillmark.detection.verdict;

import dev.stillmark.detection.stats.SeedCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Distinct items per seed, as a histogram of (tokens, green): what the e-value is a function of.
 *
 * <p>Grows item by item, so that a curve costs one pass.
 */
final class SeedTally {

  private int[] tokens = new int[64];
  private int[] green = new int[64];
  private final TreeMap<Long, Long> seedsByShape = new TreeMap<>();
  private int scored;
  private int statistic;
  private int crowded;

  void add(int seed, boolean isGreen) {
    if (seed >= tokens.length) {
      int larger = Math.max(seed + 1, tokens.length + (tokens.length >> 1));
      tokens = Arrays.copyOf(tokens, larger);
      green = Arrays.copyOf(green, larger);
    }
    if (tokens[seed] > 0) {
      seedsByShape.compute(shape(seed), (s, n) -> n == null || n == 1 ? null : n - 1);
    }
    tokens[seed]++;
    scored++;
    if (tokens[seed] == 2) {
      crowded++;
    }
    if (isGreen) {
      green[seed]++;
      statistic++;
    }
    seedsByShape.merge(shape(seed), 1L, Long::sum);
  }

  private long shape(int seed) {
    return (long) tokens[seed] << 32 | green[seed];
  }

  int scored() {
    return scored;
  }

  int statistic() {
    return statistic;
  }

  /** Whether some seed scored several tokens, so that items are not independent trials. */
  boolean hasCrowdedSeeds() {
    return crowded > 0;
  }

  /** Seeds by shape, in ascending order. */
  List<SeedCount> counts() {
    List<SeedCount> counts = new ArrayList<>();
    seedsByShape.forEach((shape, seeds) ->
        counts.add(new SeedCount((int) (shape >>> 32), (int) (long) shape, seeds)));
    return counts;
  }
}
