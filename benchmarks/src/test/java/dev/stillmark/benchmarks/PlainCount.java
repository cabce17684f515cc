package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Distinct pairs and the sum of their scores, position by position with a fresh scorer each. */
record PlainCount(int distinct, long sum) {

  /** The score of a position, by the way that the fast one is compared with. */
  interface Score {

    long at(long[] ids, int position);
  }

  static PlainCount of(KeyedScheme key, long[] ids) {
    return of(key, ids, (text, at) -> key.scorer().scoreAt(text, at));
  }

  static PlainCount of(KeyedScheme key, long[] ids, Score score) {
    PositionScorer scorer = key.scorer();
    Map<List<Long>, Long> scores = new HashMap<>();
    for (int at = key.firstPosition(); at < ids.length; at++) {
      int position = at;
      scores.computeIfAbsent(
          List.of(scorer.seedAt(ids, at), scorer.itemAt(ids, at)), _ -> score.at(ids, position));
    }
    return new PlainCount(scores.size(), scores.values().stream().mapToLong(Long::longValue).sum());
  }
}
