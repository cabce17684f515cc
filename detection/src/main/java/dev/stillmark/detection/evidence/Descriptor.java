package dev.stillmark.detection.evidence;

/**
 * The public half of a detector: everything that is needed to turn its evidence into a finding, and
 * nothing that would let anyone repeat the detection without the secret.
 */
public sealed interface Descriptor {

  /** Names detector, version, parameters and key; evidence under one id is always comparable. */
  String id();

  Teacher teacher();

  /** Whether its error rate is a theorem: the chance is a key's or a drawn reply's. */
  default boolean isLedgerA() {
    return switch (this) {
      case Watermark _, Canaries _ -> true;
      case Phrases _ -> false;
    };
  }

  /**
   * A watermark under one secret key.
   *
   * @param scheme the scheme and dialect in words, such as {@code kgw/transformers/lefthash}
   * @param law the law of its scores under Hd
   * @param contextWidth k: scoring starts behind the first k + 1 tokens of an output
   * @param tokenizer the tokenizer's name
   * @param keyId a short public name of the key
   * @param keyCommitment SHA-256 commitment to scheme and key, 64 hexadecimal digits
   * @param publishedKey whether the key is a public default and therefore proves nothing
   * @param decoys how the decoy keys' evidence is kept
   */
  record Watermark(
      String id,
      Teacher teacher,
      String scheme,
      NullLaw law,
      int contextWidth,
      String tokenizer,
      String keyId,
      String keyCommitment,
      boolean publishedKey,
      DecoyPlan decoys)
      implements Descriptor {}

  /**
   * A teacher's signature phrases; the unit of evidence is the output.
   *
   * @param listDigest SHA-256 of the phrase list
   */
  record Phrases(String id, Teacher teacher, String listDigest, int phrases)
      implements Descriptor {}

  /**
   * A set of canaries whose replies were drawn uniformly from {@code replySpace} possibilities.
   *
   * @param canaries the number of independently drawn canaries
   * @param asks how many answers to each canary count, fixed in advance
   */
  record Canaries(
      String id, Teacher teacher, String setCommitment, int canaries, long replySpace, int asks)
      implements Descriptor {}
}
