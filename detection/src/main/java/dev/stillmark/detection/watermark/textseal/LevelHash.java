package dev.stillmark.detection.watermark.textseal;

import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * TextSeal's hash of window, token and key into 8,191 levels, in 64-bit arithmetic that wraps.
 *
 * <p>All inputs meet in one sum, the word, and whoever has equal words has equal levels. Source:
 * TextSeal's {@code pseudorandom.py}.
 */
final class LevelHash {

  static final int LEVELS = 8191;

  private static final long[] WINDOW_FACTORS = {
    10_000_019,
    10_000_247,
    10_000_439,
    10_000_643,
    10_000_747,
    10_000_867,
    10_000_993,
    10_001_213,
    10_001_357,
    10_001_501
  };

  static final int WIDEST_WINDOW = WINDOW_FACTORS.length;

  private static final long TOKEN_FACTOR = 100_000_007;
  private static final long KEY_FACTOR = 500_001_713;

  private final long keyTerm;
  private final int window;

  LevelHash(WatermarkKey key, int window) {
    this.keyTerm = key.value().longValue() * KEY_FACTOR;
    this.window = window;
  }

  /** The word of a position without its own token. */
  long contextWord(long[] ids, int position) {
    long word = keyTerm;
    for (int i = 0; i < window; i++) {
      word += ids[position - window + i] * WINDOW_FACTORS[i];
    }
    return word;
  }

  /** The word of a position; with a layer, that of the id so much higher. */
  long word(long[] ids, int position, int layer) {
    return contextWord(ids, position) + (ids[position] + layer) * TOKEN_FACTOR;
  }

  /** The level of a word, within 0..8190. */
  static int level(long word) {
    long hash = word * 15_485_863 * 40_499;
    return Math.floorMod(hash ^ hash >> 13, LEVELS);
  }

  /** How many of the levels, as 32-bit floats h / 8191, lie below γ: about 8191 γ, rounded up. */
  static int levelsBelow(double gamma) {
    int below = (int) (LEVELS * gamma);
    while (below > 0 && !isBelow(below - 1, gamma)) {
      below--;
    }
    while (below < LEVELS && isBelow(below, gamma)) {
      below++;
    }
    return below;
  }

  private static boolean isBelow(int level, double gamma) {
    return (float) level / (float) LEVELS < (float) gamma;
  }
}
