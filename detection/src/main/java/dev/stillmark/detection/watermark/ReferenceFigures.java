package dev.stillmark.detection.watermark;

import org.jspecify.annotations.Nullable;

/**
 * What a reference implementation prints about one sequence, to be shown beside our own exact
 * figures. Figures that it does not print are null; none of them is evidence.
 *
 * @param n scored tokens or windows, by the reference's own counting
 * @param score whatever the reference calls its score
 * @param prediction whether the reference calls the sequence watermarked at its default threshold
 */
public record ReferenceFigures(
    long n,
    @Nullable Long greenTokens,
    @Nullable Double score,
    @Nullable Double z,
    @Nullable Double p,
    @Nullable Boolean prediction) {}
