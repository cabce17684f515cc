package dev.stillmark.detection.watermark.markllm;

/** What a seed depends on beside f: MarkLLM's {@code window_scheme}. */
public enum WindowScheme {
  /** The key: one green list for each context. */
  LEFT,
  /** The keyed place of the candidate: one green list for each candidate. */
  SELF
}
