package dev.stillmark.verdicts.store;

import dev.stillmark.events.DeclaredDetector;
import java.util.Map;

/** What the database holds before a batch: where each partition stands, and the detectors. */
public record Standing(Map<Place, Long> next, Map<String, DeclaredDetector> detectors) {}
