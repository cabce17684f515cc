package dev.stillmark.detection.attribution;

/** What is known of a model's training on a teacher's outputs. */
public enum Exposure {
  /** A main part of its training data is this teacher's outputs. */
  TAUGHT,
  /** A small part of its training data is this teacher's outputs. */
  TAUGHT_IN_PART,
  /** Not trained on this teacher, but perhaps on another of the same vendor. */
  NOT_TAUGHT,
  /** Trained on no teacher of this vendor: one of the models that make the null. */
  VENDOR_CLEAN,
  /** Not knowable, or not documented. */
  UNKNOWN
}
