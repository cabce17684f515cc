package dev.stillmark.verdicts.web;

import dev.stillmark.verdicts.store.CollectionCounts;
import dev.stillmark.verdicts.store.Counts;
import java.util.List;

/** A suspect's reconciliation as JSON. */
record SuspectView(String suspect, Counts outputs, List<CollectionView> collections) {

  static SuspectView of(String suspect, List<CollectionCounts> collections) {
    Counts total = Counts.NONE;
    for (CollectionCounts collection : collections) {
      total = total.plus(collection.counts());
    }
    return new SuspectView(suspect, total, collections.stream().map(CollectionView::of).toList());
  }

  /** One collection. */
  record CollectionView(
      String collection,
      long accepted,
      long scored,
      long duplicate,
      long quarantined,
      long pending,
      boolean reconciled) {

    static CollectionView of(CollectionCounts collection) {
      Counts counts = collection.counts();
      return new CollectionView(
          collection.collection(),
          counts.accepted(),
          counts.scored(),
          counts.duplicate(),
          counts.quarantined(),
          counts.pending(),
          collection.reconciled());
    }
  }
}
