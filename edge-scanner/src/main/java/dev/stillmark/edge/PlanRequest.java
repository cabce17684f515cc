package dev.stillmark.edge;

import dev.stillmark.detection.verdict.TextYield;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much must be collected, as its user asked.
 *
 * @param effect the share of green tokens or set bits under Hp, or the mean exponential score
 * @param tests K: keys and teachers that will be tried
 * @param distinctShare measured distinct items per scored token, or null for what is typical
 * @param measuredTokens after how many tokens it was measured
 */
record PlanRequest(
    Path scheme,
    double effect,
    double alpha,
    int tests,
    double power,
    @Nullable Double distinctShare,
    double measuredTokens,
    double tokensPerOutput,
    Format format)
    implements Parsed {

  /** The yield of text whose seeds depend on this many tokens. */
  TextYield textYield(int seedingContext) {
    TextYield typical = TextYield.typical(seedingContext);
    return new TextYield(
        distinctShare == null ? typical.distinctShare() : distinctShare,
        distinctShare == null ? typical.measuredTokens() : measuredTokens,
        typical.exponent(),
        tokensPerOutput);
  }
}
