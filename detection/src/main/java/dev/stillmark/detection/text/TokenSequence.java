package dev.stillmark.detection.text;

/**
 * Prompt and output of one capture as token ids of one tokenizer.
 *
 * @param origin whether the ids came with the output or were made from its text
 */
public record TokenSequence(long[] promptIds, long[] outputIds, Origin origin) {

  /** Where token ids come from; re-tokenised text keeps only part of the generated windows. */
  public enum Origin {
    COLLECTED,
    RETOKENISED
  }

  @Override
  public String toString() {
    return "TokenSequence[%d prompt ids, %d output ids, %s]"
        .formatted(promptIds.length, outputIds.length, origin);
  }
}
