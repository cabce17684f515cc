package dev.stillmark.detection.text;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.ObservedOutput;
import java.util.HashMap;
import java.util.Map;

/**
 * The token sequences of one output: each tokenizer runs at most once, however many detectors ask.
 *
 * <p>Belongs to one thread.
 */
public final class Tokenizations {

  private final ObservedOutput output;
  private final Map<String, TokenSequence> byTokenizer = new HashMap<>();

  public Tokenizations(ObservedOutput output) {
    this.output = output;
  }

  /** The collected ids where they are this tokenizer's own, otherwise the tokens of the text. */
  public TokenSequence with(Tokenizer tokenizer) {
    return byTokenizer.computeIfAbsent(tokenizer.name(), name -> tokenise(tokenizer));
  }

  private TokenSequence tokenise(Tokenizer tokenizer) {
    CollectedTokens collected = output.tokens();
    if (collected != null && collected.tokenizer().equals(tokenizer.name())) {
      return new TokenSequence(
          collected.promptIds(), collected.outputIds(), TokenSequence.Origin.COLLECTED);
    }
    return new TokenSequence(
        tokenizer.encode(output.prompt()),
        tokenizer.encode(output.output()),
        TokenSequence.Origin.RETOKENISED);
  }
}
