package dev.stillmark.detection.watermark;

/** A sequence that the reference implementation of a scheme refuses; holds no ids. */
public final class RefusedSequence extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String rule;

  /**
   * @param rule a short stable name, such as {@code too-short}
   * @param message rule and value in words
   */
  public RefusedSequence(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
