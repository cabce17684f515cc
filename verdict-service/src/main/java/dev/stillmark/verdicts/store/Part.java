package dev.stillmark.verdicts.store;

import java.util.Locale;

/** One of the three sets that evidence consists of. */
public enum Part {
  ITEMS,
  DECOYS,
  COVERAGE;

  /** As it stands in the database and in addresses, such as {@code items}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
