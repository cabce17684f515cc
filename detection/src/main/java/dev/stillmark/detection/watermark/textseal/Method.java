package dev.stillmark.detection.watermark.textseal;

import java.util.Locale;

/** What TextSeal makes of its hash; its {@code watermark_type}. */
public enum Method {
  /** A bit per token: its level is below γ. */
  GREENLIST,
  /** The same bit, of a scheme that moves probabilities otherwise. */
  DIPMARK,
  /** An exponential score of the level. */
  GUMBELMAX,
  /** A bit per layer; layer d has the level of id token + d. */
  SYNTHID,
  /** As SYNTHID; the reference weighs early layers more. */
  SYNTHID_WEIGHTED;

  /** The name in scheme.json, such as {@code synthid-weighted}. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
