package dev.stillmark.verdicts.store;

import org.jspecify.annotations.Nullable;

/**
 * A move of a partition's next offset, which holds only if nobody moved it before.
 *
 * @param expected the next offset as it was read, or null where there was none
 */
public record Advance(Place place, @Nullable Long expected, long next) {}
