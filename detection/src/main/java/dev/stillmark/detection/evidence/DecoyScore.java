package dev.stillmark.detection.evidence;

/**
 * The one-word score of an item in a decoy set that is kept apart: which key, and what it drew.
 *
 * <p>Key 0 is the true one, over the same outputs as its decoys.
 *
 * @param score within 0..2^56-1
 */
public record DecoyScore(int key, long score) {

  private static final int SCORE_BITS = 56;

  public DecoyScore {
    if (key < 0 || key > DecoyPlan.MAXIMUM) {
      throw new IllegalArgumentException(
          "a decoy's key must be within 0..%d but is %d".formatted(DecoyPlan.MAXIMUM, key));
    }
    if (score < 0 || score >>> SCORE_BITS != 0) {
      throw new IllegalArgumentException(
          "a decoy's score must be within 0..2^56-1 but is " + score);
    }
  }

  public long asWord() {
    return (long) key << SCORE_BITS | score;
  }

  /** The inverse of {@link #asWord}; the top bit is not part of it. */
  public static DecoyScore of(long word) {
    return new DecoyScore((int) (word >>> SCORE_BITS) & 0x7f, word & (1L << SCORE_BITS) - 1);
  }
}
