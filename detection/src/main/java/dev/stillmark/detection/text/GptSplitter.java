package dev.stillmark.detection.text;

import static dev.stillmark.detection.text.CharacterKind.LETTER;
import static dev.stillmark.detection.text.CharacterKind.NUMBER;
import static dev.stillmark.detection.text.CharacterKind.SPACE;
import static dev.stillmark.detection.text.CharacterKind.SYMBOL;

/**
 * GPT-2's pre-tokenizer, by hand: the pieces of {@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+|
 * ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}.
 *
 * <p>By hand, since Java's regular expressions recurse on long input.
 */
final class GptSplitter {

  private GptSplitter() {}

  /** As {@link Splitter#end}. */
  static int end(Utf8Text text, int start) {
    int contraction = Contractions.end(text, start);
    if (contraction > start) {
      return contraction;
    }
    int body = text.at(start) == ' ' ? start + 1 : start;
    int kinds = body < text.length() ? runOf(text.kindAt(body)) : SPACE;
    return kinds == SPACE
        ? Spaces.endBeforeWord(text, start, text.runEnd(start, SPACE))
        : text.runEnd(body, kinds);
  }

  private static int runOf(int kind) {
    if ((kind & LETTER) != 0) {
      return LETTER;
    }
    if ((kind & SYMBOL) != 0) {
      return SYMBOL;
    }
    return kind == NUMBER ? NUMBER : SPACE;
  }
}
