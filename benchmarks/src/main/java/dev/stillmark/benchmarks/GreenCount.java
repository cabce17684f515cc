package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;

/** Counts the distinct (seed, item) pairs of a text and the marked ones among them, for one key. */
final class GreenCount {

  private final int first;
  private final PositionScorer scorer;
  private final DistinctItems items;
  private final int[] positions;
  private final long[] scores;

  GreenCount(KeyedScheme key, int longestText) {
    this.first = key.firstPosition();
    this.scorer = key.scorer();
    this.items = new DistinctItems(longestText);
    this.positions = new int[longestText];
    this.scores = new long[longestText];
  }

  /** Over {@code ids}: marked pairs in the high half, distinct ones in the low half. */
  long of(long[] ids) {
    items.clear();
    int distinct = 0;
    for (int at = first; at < ids.length; at++) {
      if (items.add(scorer.seedAt(ids, at), scorer.itemAt(ids, at))) {
        positions[distinct++] = at;
      }
    }
    scorer.scoresAt(ids, positions, distinct, scores);
    long marked = 0;
    for (int i = 0; i < distinct; i++) {
      marked += scores[i];
    }
    return marked << Integer.SIZE | distinct;
  }
}
