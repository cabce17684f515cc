package dev.stillmark.events;

import org.jspecify.annotations.Nullable;

/**
 * The public half of a detector; exactly one of the three sections is present.
 *
 * @param released ISO 8601 date of the teacher's release
 */
public record DeclaredDetector(
    String id,
    String teacher,
    String vendor,
    @Nullable String released,
    @Nullable Watermark watermark,
    @Nullable Phrases phrases,
    @Nullable Canaries canaries) {

  /**
   * A watermark under a secret key that is known only by its commitment.
   *
   * @param law the law of its scores where the text knows nothing of the key, in one line, such as
   *     {@code green-list 12564/50257}
   */
  public record Watermark(
      String scheme,
      String law,
      int contextWidth,
      String tokenizer,
      String keyId,
      String keyCommitment,
      boolean publishedKey,
      int decoys,
      double decoyFraction,
      boolean decoysPacked) {}

  /** A list of signature phrases, known by its digest. */
  public record Phrases(String listDigest, int phrases) {}

  /** A set of canaries, known by its commitment. */
  public record Canaries(String setCommitment, int canaries, long replySpace, int asks) {}
}
