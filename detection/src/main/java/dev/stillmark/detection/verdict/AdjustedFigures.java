package dev.stillmark.detection.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What remains of one test's p and e once all tests tried against the suspect are accounted for.
 *
 * @param log10PHolm Holm's adjusted p, or null where the test has no p of its own or decides
 *     nothing
 * @param log10EBh the e-BH adjusted e, negative infinity for an e of 0, or null where the test
 *     decides nothing
 */
public record AdjustedFigures(@Nullable Double log10PHolm, @Nullable Double log10EBh) {

  static final AdjustedFigures NONE = new AdjustedFigures(null, null);
}
