package dev.stillmark.verdicts.lineage;

import dev.stillmark.detection.attribution.Exposure;
import java.util.Collection;
import java.util.Collections;

/** To how many teachers a model's exposure is which: what is unknown is no edge, and counted. */
public record ExposureCounts(
    int taught, int taughtInPart, int notTaught, int vendorClean, int unknown) {

  static ExposureCounts of(Collection<Exposure> exposures) {
    return new ExposureCounts(
        Collections.frequency(exposures, Exposure.TAUGHT),
        Collections.frequency(exposures, Exposure.TAUGHT_IN_PART),
        Collections.frequency(exposures, Exposure.NOT_TAUGHT),
        Collections.frequency(exposures, Exposure.VENDOR_CLEAN),
        Collections.frequency(exposures, Exposure.UNKNOWN));
  }
}
