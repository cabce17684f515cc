package dev.stillmark.detection.evidence;

/**
 * The public half of a detector: everything that is needed to turn its evidence into a finding, and
 * nothing that would let anyone repeat the detection without the secret.
 */
public sealed interface Descriptor {

  /** Names detector, version, parameters and key; evidence under one id is always comparable. */
  String id();

  Teacher teacher();

  /**
   * A green-list watermark under one secret key.
   *
   * @param scheme the scheme and dialect in words, such as {@code kgw/transformers/lefthash}
   * @param vocabularySize V
   * @param greenListSize |G|, exactly as the scheme truncates it
   * @param tokenizer the tokenizer's name
   * @param keyId a short public name of the key
   * @param keyCommitment SHA-256 commitment to scheme and key, 64 hexadecimal digits
   * @param publishedKey whether the key is a public default and therefore proves nothing
   * @param decoys how the decoy keys' evidence is kept
   */
  record GreenList(
      String id,
      Teacher teacher,
      String scheme,
      int vocabularySize,
      int greenListSize,
      int contextWidth,
      String tokenizer,
      String keyId,
      String keyCommitment,
      boolean publishedKey,
      DecoyPlan decoys)
      implements Descriptor {

    public GreenList {
      if (greenListSize < 1 || greenListSize >= vocabularySize) {
        throw new IllegalArgumentException(
            "greenListSize must be within 1..%d but is %d"
                .formatted(vocabularySize - 1, greenListSize));
      }
    }

    /** γ: the exact share of green tokens. */
    public double gamma() {
      return (double) greenListSize / vocabularySize;
    }
  }

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
