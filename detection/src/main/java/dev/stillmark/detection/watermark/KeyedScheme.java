package dev.stillmark.detection.watermark;

/**
 * A watermark scheme under one key: what it draws for a token in its context.
 *
 * <p>Immutable and safe for use by many threads; holds the key and never shows it.
 */
public interface KeyedScheme {

  WatermarkScheme scheme();

  /** The first position (from 0) that has the tokens its draw needs. */
  int firstPosition();

  /** Scratch space for scoring by one thread. */
  PositionScorer scorer();

  /**
   * What the reference implementation prints about one sequence by itself.
   *
   * @param ids without a leading {@link WatermarkScheme#bosTokenId}
   * @param promptIds empty where there is none; only dialects whose context reaches into the prompt
   *     look at it
   * @throws RefusedSequence where the reference refuses the sequence
   */
  ReferenceFigures reference(long[] ids, long[] promptIds);
}
