package dev.stillmark.detection;

import java.util.Arrays;

/**
 * Token ids that came with an output, as the collector read them from the model.
 *
 * @param tokenizer the name of the tokenizer that made them, see {@link
 *     dev.stillmark.detection.text.Tokenizer#name()}
 * @param promptIds ids of the prompt, without special tokens; any 64-bit value
 * @param outputIds ids of the output; any 64-bit value
 */
public record CollectedTokens(String tokenizer, long[] promptIds, long[] outputIds) {

  @Override
  public boolean equals(Object other) {
    return other instanceof CollectedTokens that
        && tokenizer.equals(that.tokenizer)
        && Arrays.equals(promptIds, that.promptIds)
        && Arrays.equals(outputIds, that.outputIds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(outputIds);
  }

  @Override
  public String toString() {
    return "CollectedTokens[" + tokenizer + ", " + outputIds.length + " output ids]";
  }
}
