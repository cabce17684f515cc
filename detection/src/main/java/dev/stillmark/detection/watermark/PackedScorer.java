package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.EvidenceSet;

/** One set of items for all keys, the true key's bit in bit 0 and decoy d's in bit d. */
final class PackedScorer implements ItemScorer {

  private final WatermarkScheme scheme;
  private final PackedKeys keys;
  private final ItemHash hash;

  PackedScorer(WatermarkScheme scheme, PackedKeys keys, ItemHash hash) {
    this.scheme = scheme;
    this.keys = keys;
    this.hash = hash;
  }

  @Override
  public EvidenceSet items(ScorablePositions scorable, int order) {
    EvidenceSet.Builder items = EvidenceSet.builder(2);
    long[] ids = scorable.ids();
    long[] bits = new long[2];
    for (int at : scorable.positions()) {
      long seed = keys.seedAt(ids, at);
      keys.bitsAt(ids, at, bits);
      long item = hash.item(seed, ids[at]);
      long group = ItemScorer.isDrawn(scheme.law(), ids[at]) ? hash.group(seed) : item;
      items.add(group, item, order, bits[0], bits[1]);
    }
    return items.build();
  }

  @Override
  public EvidenceSet decoys(ScorablePositions scorable, int order) {
    return EvidenceSet.empty(1);
  }
}
