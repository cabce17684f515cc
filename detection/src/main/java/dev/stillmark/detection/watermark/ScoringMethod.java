package dev.stillmark.detection.watermark;

import java.util.Locale;

/**
 * Which repetitions a detector of the three_bricks family leaves out of its own figures.
 *
 * <p>It touches no evidence: there every distinct draw counts once. Source: three_bricks' {@code
 * scoring_method}; TextSeal has the same.
 */
public enum ScoringMethod {
  /** Every position counts. */
  NONE,
  /** Each window counts once. */
  V1,
  /** Each window with its token counts once. */
  V2;

  /** The name in scheme.json: none, v1 or v2. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
