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
    @Nullable GreenList greenList,
    @Nullable Phrases phrases,
    @Nullable Canaries canaries) {

  /** A green-list watermark under a secret key that is known only by its commitment. */
  public record GreenList(
      String scheme,
      int vocabularySize,
      int greenListSize,
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
