package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.DecoyScore;
import dev.stillmark.detection.evidence.EvidenceSet;

/** Selfhash: every key has distinct items of its own, so the decoys keep a set of their own. */
final class SeparateScorer implements ItemScorer {

  private final KgwScheme scheme;
  private final KeyRing ring;
  private final ItemHash hash;

  SeparateScorer(KgwScheme scheme, KeyRing ring, ItemHash hash) {
    this.scheme = scheme;
    this.ring = ring;
    this.hash = hash;
  }

  @Override
  public EvidenceSet items(ScorablePositions scorable, int order) {
    EvidenceSet.Builder items = EvidenceSet.builder(2);
    TorchGenerator scratch = new TorchGenerator();
    for (int at : scorable.positions()) {
      int seed = ring.truth().seedAt(scorable.ids(), at);
      long token = scorable.ids()[at];
      long green = ring.truth().isGreenAt(scorable.ids(), at, scratch) ? 1 : 0;
      long group = ItemScorer.group(scheme, hash, seed, token);
      items.add(group, hash.item(seed, token), order, green);
    }
    return items.build();
  }

  /** The true key as key 0 and every decoy, over the outputs that are compared. */
  @Override
  public EvidenceSet decoys(ScorablePositions scorable, int order) {
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    TorchGenerator scratch = new TorchGenerator();
    int keys = ring.plan().covers(order) ? ring.keys().size() : 0;
    for (int key = 0; key < keys; key++) {
      GreenLists lists = ring.keys().get(key);
      for (int at : scorable.positions()) {
        long seed = Integer.toUnsignedLong(lists.seedAt(scorable.ids(), at)) | (key + 1L) << 32;
        boolean green = lists.isGreenAt(scorable.ids(), at, scratch);
        items.add(
            hash.hash(seed, 0, 1),
            hash.hash(seed, scorable.ids()[at], 2),
            order,
            new DecoyScore(key, green).asWord());
      }
    }
    return items.build();
  }
}
