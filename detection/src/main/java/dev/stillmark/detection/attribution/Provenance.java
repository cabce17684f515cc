package dev.stillmark.detection.attribution;

/** Where a panel model's exposures are known from. */
public enum Provenance {
  DOCUMENTED,
  WIDELY_REPORTED,
  VENDOR_OWN,
  /** Its outputs are not what they are said to be, as far as was measured. */
  DATA_ANOMALY,
  UNKNOWN
}
