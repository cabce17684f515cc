package dev.stillmark.detection.verdict;

import java.util.Locale;

/** Why a verdict abstains, and what would be needed. */
public enum Reason {
  TOO_FEW_WINDOWS(
      "even a perfect signal in this many distinct items could not reach the threshold; more outputs are needed"),
  UNDERPOWERED("the test would miss the declared effect too often; more outputs are needed"),
  ONE_FAMILY(
      "only one family of model-based signals speaks; design-based evidence or a second family is needed"),
  INSUFFICIENT_PANEL(
      "the reference panel is too small for its ranks to reach the declared level; more families are needed"),
  PUBLISHED_KEY("the key is a public default that anyone could have used; a secret key is needed"),
  CONTROLS_FAILED("a control failed; the collection must be repaired first"),
  NO_DESIGN_BASED_TEST(
      "no watermark key or canary of this teacher was tried, and an unremarkable rank exonerates nobody");

  private final String explanation;

  Reason(String explanation) {
    this.explanation = explanation;
  }

  /** As it stands in verdicts and reports, such as {@code too-few-windows}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One sentence: what holds and what would be needed. */
  public String explanation() {
    return explanation;
  }
}
