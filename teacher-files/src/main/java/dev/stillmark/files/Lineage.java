package dev.stillmark.files;

import dev.stillmark.detection.attribution.Provenance;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a model comes from, as one row of a lineage file says.
 *
 * @param family one of its own where the row names none
 * @param firstSeen no later than which it was there
 */
record Lineage(
    String family,
    Optional<LocalDate> firstSeen,
    Provenance provenance,
    Optional<String> derivedFrom) {

  /** Of a model that no file knows; no family of a file can be named like it. */
  static Lineage unknown(String model) {
    return new Lineage(ownFamily(model), Optional.empty(), Provenance.UNKNOWN, Optional.empty());
  }

  static String ownFamily(String model) {
    return "=" + model;
  }
}
