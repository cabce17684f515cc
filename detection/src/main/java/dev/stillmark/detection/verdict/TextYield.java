package dev.stillmark.detection.verdict;

/**
 * How many distinct items text yields: {@code distinctShare} of its scored tokens after {@code
 * measuredTokens}, and from there in proportion to a power of the tokens (Heaps' law).
 *
 * <p>The share depends on prompts, sampling and tokenizer: measure it on the suspect's own outputs
 * wherever some are at hand.
 *
 * @param distinctShare distinct items per scored token after {@code measuredTokens}, in (0, 1]
 * @param measuredTokens at least 1
 * @param exponent β in (0, 1]; 1 says that the share stays as it is
 * @param tokensPerOutput scored tokens of one output, above 0
 */
public record TextYield(
    double distinctShare, double measuredTokens, double exponent, double tokensPerOutput) {

  public static final double DEFAULT_TOKENS_PER_OUTPUT = 150;

  public TextYield {
    requireShare("distinctShare", distinctShare);
    requireShare("exponent", exponent);
    if (!(measuredTokens >= 1)) {
      throw new IllegalArgumentException(
          "measuredTokens must be at least 1 but is " + measuredTokens);
    }
    if (!(tokensPerOutput > 0)) {
      throw new IllegalArgumentException(
          "tokensPerOutput must be above 0 but is " + tokensPerOutput);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be within (0, 1] but is " + value);
    }
  }

  /**
   * Without a measurement: the lower of what English chat answers (50,257 ids) and a small model's
   * continuations (4,096 ids) yielded after 10,000 tokens, with the lower of their exponents.
   *
   * @param seedingContext tokens that the seed depends on; none means that items are token types
   */
  public static TextYield typical(int seedingContext) {
    return switch (seedingContext) {
      case 0 -> new TextYield(0.23, 10_000, 0.27, DEFAULT_TOKENS_PER_OUTPUT);
      case 1 -> new TextYield(0.68, 10_000, 0.92, DEFAULT_TOKENS_PER_OUTPUT);
      default -> new TextYield(0.84, 10_000, 0.98, DEFAULT_TOKENS_PER_OUTPUT);
    };
  }

  /** Scored tokens until {@code distinctItems} distinct ones are expected: at least as many. */
  public double tokensFor(long distinctItems) {
    double growth = distinctItems / (distinctShare * measuredTokens);
    return Math.max(
        (double) distinctItems, Math.ceil(measuredTokens * StrictMath.pow(growth, 1 / exponent)));
  }
}
