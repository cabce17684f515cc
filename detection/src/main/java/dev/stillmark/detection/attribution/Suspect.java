package dev.stillmark.detection.attribution;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A model that is held against the panel.
 *
 * @param family as {@link PanelModel#family}; one of its own if unknown
 * @param firstSeen no later than which it was there; empty if unknown
 */
public record Suspect(String name, String family, Optional<LocalDate> firstSeen) {}
