package dev.stillmark.events;

import java.util.List;

/** Token ids that came with an output, made by the tokenizer of that name. */
public record CapturedTokens(String tokenizer, List<Long> promptIds, List<Long> outputIds) {

  @Override
  public String toString() {
    return "CapturedTokens[%s, %d output ids]".formatted(tokenizer, outputIds.size());
  }
}
