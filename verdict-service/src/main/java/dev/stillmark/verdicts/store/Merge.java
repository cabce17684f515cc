package dev.stillmark.verdicts.store;

import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.events.DeclaredDetector;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything that one batch of records changes; stored in one transaction or not at all.
 *
 * @param newDetectors declared here for the first time
 * @param redescribed known detectors whose teacher's vendor or release was declared anew
 * @param deltas the union of the batch's sets, empty ones left out
 */
public record Merge(
    List<Advance> advances,
    Collection<String> suspects,
    Collection<DeclaredDetector> newDetectors,
    Collection<DeclaredDetector> redescribed,
    Map<EvidenceKey, Map<Part, EvidenceSet>> deltas,
    Collection<Receipt> receipts,
    Collection<Acceptance> acceptances,
    Collection<Quarantined> quarantined) {}
