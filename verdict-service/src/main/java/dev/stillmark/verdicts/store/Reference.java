package dev.stillmark.verdicts.store;

import org.jspecify.annotations.Nullable;

/** A model documented as not trained on the teachers of a case. */
public record Reference(
    String name, String family, @Nullable String released, @Nullable String provenance) {}
