package dev.stillmark.detection.attribution;

/** What may be said of a suspect and a teacher. */
public enum Claim {
  /** The same model as one of the teacher's references, derived from it, or a close relative. */
  SAME_MODEL("same-model"),
  /** Trained mainly on the outputs of this teacher's vendor. */
  TRAINED_ON_VENDOR("trained-on-vendor"),
  NONE("none"),
  /** The panel is too small to reach the level asked for. */
  INSUFFICIENT_PANEL("insufficient-panel");

  private final String label;

  Claim(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
