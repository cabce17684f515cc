package dev.stillmark.detection.evidence;

import java.util.List;

/**
 * All signals of one suspect and one detector, merged.
 *
 * <p>Merging is commutative, associative and idempotent in every part, so redelivery, replay and
 * sharding leave it as it is.
 */
public record Evidence(
    Descriptor descriptor, EvidenceSet items, EvidenceSet decoys, EvidenceSet coverage) {

  /** The evidence of a single signal. */
  public static Evidence of(Signal signal) {
    return new Evidence(signal.descriptor(), signal.items(), signal.decoys(), signal.coverage());
  }

  /** The union; both must come from the same detector. */
  public Evidence merge(Evidence other) {
    if (!descriptor.equals(other.descriptor)) {
      throw new IllegalArgumentException(
          "evidence of %s cannot be merged with evidence of %s"
              .formatted(descriptor.id(), other.descriptor.id()));
    }
    return new Evidence(
        descriptor,
        EvidenceSet.union(List.of(items, other.items)),
        EvidenceSet.union(List.of(decoys, other.decoys)),
        EvidenceSet.union(List.of(coverage, other.coverage)));
  }

  /**
   * Items that arrived with two different scores, over all parts; anything but 0 fails a control.
   */
  public int conflicts() {
    return items.conflicts() + decoys.conflicts() + coverage.conflicts();
  }
}
