package dev.stillmark.edge;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import java.util.Optional;

/** The signals of one detector on their way to becoming evidence. Belongs to one thread. */
final class GrowingEvidence {

  private final Descriptor descriptor;
  private final GrowingSet items = new GrowingSet();
  private final GrowingSet decoys = new GrowingSet();
  private final GrowingSet coverage = new GrowingSet();

  GrowingEvidence(Descriptor descriptor) {
    this.descriptor = descriptor;
  }

  void add(Signal signal) {
    items.add(signal.items());
    decoys.add(signal.decoys());
    coverage.add(signal.coverage());
  }

  /** Everything added so far; empty if no output was. */
  Optional<Evidence> evidence() {
    EvidenceSet all = items.union();
    EvidenceSet allDecoys = decoys.union();
    EvidenceSet allCoverage = coverage.union();
    return all == null || allDecoys == null || allCoverage == null
        ? Optional.empty()
        : Optional.of(new Evidence(descriptor, all, allDecoys, allCoverage));
  }
}
