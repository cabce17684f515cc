package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.DecoyScore;
import dev.stillmark.detection.evidence.EvidenceSet;

/** Every key has distinct items of its own, so the decoys keep a set of their own. */
final class SeparateScorer implements ItemScorer {

  private final KeyRing ring;
  private final ItemHash hash;

  SeparateScorer(KeyRing ring, ItemHash hash) {
    this.ring = ring;
    this.hash = hash;
  }

  @Override
  public EvidenceSet items(ScorablePositions scorable, int order) {
    EvidenceSet.Builder items = EvidenceSet.builder(ring.plan().scoreWords());
    PositionScorer scorer = ring.truth().scorer();
    long[] ids = scorable.ids();
    int[] positions = scorable.positions();
    long[] scores = new long[positions.length];
    scorer.scoresAt(ids, positions, positions.length, scores);
    for (int i = 0; i < positions.length; i++) {
      int at = positions[i];
      long seed = scorer.seedAt(ids, at);
      long item = hash.item(seed, scorer.itemAt(ids, at));
      boolean drawn = ItemScorer.isDrawn(ring.truth().scheme().law(), ids[at]);
      long group = drawn ? hash.group(seed) : item;
      items.add(group, item, order, scores[i]);
    }
    return items.build();
  }

  /** The true key as key 0 and every decoy, over the outputs that are compared. */
  @Override
  public EvidenceSet decoys(ScorablePositions scorable, int order) {
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    int keys = ring.plan().covers(order) ? ring.keys().size() : 0;
    long[] ids = scorable.ids();
    int[] positions = scorable.positions();
    long[] scores = new long[positions.length];
    for (int key = 0; key < keys; key++) {
      PositionScorer scorer = ring.keys().get(key).scorer();
      scorer.scoresAt(ids, positions, positions.length, scores);
      for (int i = 0; i < positions.length; i++) {
        int at = positions[i];
        long seed = scorer.seedAt(ids, at);
        long score = new DecoyScore(key, scores[i]).asWord();
        long group = hash.hash(key + 1L, seed);
        items.add(group, hash.hash(key + 1L, seed, scorer.itemAt(ids, at)), order, score);
      }
    }
    return items.build();
  }
}
