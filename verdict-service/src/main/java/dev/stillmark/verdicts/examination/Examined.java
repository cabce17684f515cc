package dev.stillmark.verdicts.examination;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.verdict.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one detector's evidence came to, and the digests of exactly that evidence.
 *
 * @param finding null where the evidence is impossible under the detector's parameters
 * @param impossibility why there is no finding, or null
 */
public record Examined(
    Descriptor descriptor,
    @Nullable Finding finding,
    @Nullable String impossibility,
    List<PartSummary> parts) {}
