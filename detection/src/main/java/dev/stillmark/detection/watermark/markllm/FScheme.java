package dev.stillmark.detection.watermark.markllm;

/** How the tokens before a position become one number f: MarkLLM's {@code f_scheme}. */
public enum FScheme {
  /** The keyed place of the tokens' product. */
  TIME,
  /** The keyed place of the tokens' sum. */
  ADDITIVE,
  /** The keyed place of the oldest token. */
  SKIP,
  /** The least keyed place of a token. */
  MIN;

  /** Whether tokens are places themselves, so that those beyond the vocabulary have none. */
  boolean needsKnownTokens() {
    return switch (this) {
      case TIME, ADDITIVE -> false;
      case SKIP, MIN -> true;
    };
  }
}
