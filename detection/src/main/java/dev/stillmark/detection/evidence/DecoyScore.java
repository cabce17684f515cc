package dev.stillmark.detection.evidence;

/**
 * The one-word score of an item in a decoy set that is kept apart: which key, and whether green.
 *
 * <p>Key 0 is the true one, over the same outputs as its decoys.
 */
public record DecoyScore(int key, boolean green) {

  public DecoyScore {
    if (key < 0 || key > DecoyPlan.MAXIMUM) {
      throw new IllegalArgumentException(
          "a decoy's key must be within 0..%d but is %d".formatted(DecoyPlan.MAXIMUM, key));
    }
  }

  public long asWord() {
    return (long) key << 1 | (green ? 1 : 0);
  }

  /** The inverse of {@link #asWord}. */
  public static DecoyScore of(long word) {
    return new DecoyScore((int) Math.min(word >>> 1, Integer.MAX_VALUE), (word & 1) == 1);
  }
}
