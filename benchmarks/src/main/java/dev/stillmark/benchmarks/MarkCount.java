package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;

/** Scores the distinct (seed, item) pairs of a text for one key: what a scan does, ids in. */
final class MarkCount {

  private final int first;
  private final PositionScorer scorer;
  private final DistinctItems items;
  private final int[] positions;
  private final long[] scores;
  private int distinct;

  MarkCount(KeyedScheme key, int longestText) {
    this.first = key.firstPosition();
    this.scorer = key.scorer();
    this.items = new DistinctItems(longestText);
    this.positions = new int[longestText];
    this.scores = new long[longestText];
  }

  /** The sum of all scores of {@code ids}, 64 bits that wrap. */
  long sumOver(long[] ids) {
    items.beginText();
    distinct = 0;
    for (int at = first; at < ids.length; at++) {
      if (items.add(scorer.seedAt(ids, at), scorer.itemAt(ids, at))) {
        positions[distinct++] = at;
      }
    }
    scorer.scoresAt(ids, positions, distinct, scores);
    long sum = 0;
    for (int i = 0; i < distinct; i++) {
      sum += scores[i];
    }
    return sum;
  }

  /** Distinct pairs of the last text. */
  int distinct() {
    return distinct;
  }
}
