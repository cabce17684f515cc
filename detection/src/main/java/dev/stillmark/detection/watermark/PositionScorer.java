package dev.stillmark.detection.watermark;

/**
 * Scores positions of token sequences under one key, for one thread, without allocation.
 *
 * <p>The unit of evidence is the distinct (seed, item): two positions that agree in both always
 * agree in the score. Positions lie within {@code firstPosition..ids.length-1}; ids may be any
 * 64-bit integers.
 */
public interface PositionScorer {

  /** What the scheme's generator is really seeded with, by its effective bits. */
  long seedAt(long[] ids, int position);

  /** Which of the seed's draws is looked at; the token itself in most schemes. */
  default long itemAt(long[] ids, int position) {
    return ids[position];
  }

  /** The draw as an integer that the scheme's {@link WatermarkScheme#law() law} can read. */
  long scoreAt(long[] ids, int position);

  /**
   * Writes {@link #scoreAt} of each of the first {@code count} positions, in any order of work:
   * schemes whose draws are dear decide many at once for less.
   */
  default void scoresAt(long[] ids, int[] positions, int count, long[] scores) {
    for (int i = 0; i < count; i++) {
      scores[i] = scoreAt(ids, positions[i]);
    }
  }
}
