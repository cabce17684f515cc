package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.EvidenceSet;

/** Lefthash: one set of items, the true key's bit in bit 0 and decoy d's in bit d. */
final class PackedScorer implements ItemScorer {

  private final KgwScheme scheme;
  private final GreenLists truth;
  private final ItemHash hash;
  private final PackedGreen green;
  private final SeedRepresentatives representatives;

  PackedScorer(KgwScheme scheme, KeyRing ring, ItemHash hash) {
    this.scheme = scheme;
    this.truth = ring.truth();
    this.hash = hash;
    this.green = new PackedGreen(scheme, ring.keys());
    this.representatives = new SeedRepresentatives(scheme, truth);
  }

  @Override
  public EvidenceSet items(ScorablePositions scorable, int order) {
    EvidenceSet.Builder items = EvidenceSet.builder(2);
    long[] bits = new long[2];
    for (int at : scorable.positions()) {
      long token = scorable.ids()[at];
      long previous = representatives.of(scorable.ids()[at - 1]);
      int seed = truth.seedAfter(previous);
      green.after(previous, token, bits);
      long group = ItemScorer.group(scheme, hash, seed, token);
      items.add(group, hash.item(seed, token), order, bits[0], bits[1]);
    }
    return items.build();
  }

  @Override
  public EvidenceSet decoys(ScorablePositions scorable, int order) {
    return EvidenceSet.empty(1);
  }
}
