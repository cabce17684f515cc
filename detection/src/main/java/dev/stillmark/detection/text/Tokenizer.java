package dev.stillmark.detection.text;

/**
 * Turns text into the token ids that a teacher's model would read, and back.
 *
 * <p>Immutable and safe for use by many threads. Special-token text in the input is ordinary text.
 */
public sealed interface Tokenizer permits TiktokenTokenizer, ByteLevelBpeTokenizer {

  /**
   * {@code r50k_base}, {@code cl100k_base}, {@code o200k_base} or {@code sha256:} + 64 hex digits
   * of the file.
   */
  String name();

  /** Number of ids this tokenizer can give, special tokens included: ids are within 0..size-1. */
  int vocabularySize();

  /** Ids of {@code text}; empty for the empty string. */
  long[] encode(String text);

  /** The text of {@code ids}; malformed byte sequences become U+FFFD, unknown ids are an error. */
  String decode(long[] ids);
}
