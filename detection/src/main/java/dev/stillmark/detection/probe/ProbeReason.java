package dev.stillmark.detection.probe;

/** Why a rank cannot be had. */
public enum ProbeReason {
  /** Too few families for a rank of 0.05, or too few that err where teacher and suspect do. */
  INSUFFICIENT_PANEL("insufficient-panel"),
  /** Teacher and suspect err together too seldom, or there is no error to compare with. */
  TOO_FEW_ERRORS("too-few-errors");

  private final String label;

  ProbeReason(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
