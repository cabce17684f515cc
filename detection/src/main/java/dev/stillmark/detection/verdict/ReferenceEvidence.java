package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Evidence;

/** Evidence of one reference model: a model documented as not trained on the teacher. */
public record ReferenceEvidence(String model, String family, Evidence evidence) {}
