package dev.stillmark.detection.attribution;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A model of a reference panel and what is known of it.
 *
 * @param family of models that are no independent observations of one another
 * @param firstSeen no later than which it was there; empty if unknown
 * @param derivedFrom the model whose weights were continued, as its source names it; empty if none
 *     or unknown
 * @param exposures by teacher; one that is missing is {@link Exposure#UNKNOWN}
 */
public record PanelModel(
    String name,
    String family,
    Optional<LocalDate> firstSeen,
    Provenance provenance,
    Optional<String> derivedFrom,
    Map<String, Exposure> exposures) {

  public PanelModel {
    exposures = Map.copyOf(exposures);
  }

  public Exposure exposureTo(String teacher) {
    return exposures.getOrDefault(teacher, Exposure.UNKNOWN);
  }
}
