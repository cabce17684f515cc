package dev.stillmark.detection.evidence;

/**
 * What one detector saw in one output, already in the form in which it is merged.
 *
 * @param items the distinct scored items
 * @param decoys the items of the decoy keys, empty unless they keep a set of their own
 * @param coverage one item for the output itself, see {@link Coverage}
 */
public record Signal(
    Descriptor descriptor, EvidenceSet items, EvidenceSet decoys, EvidenceSet coverage) {}
