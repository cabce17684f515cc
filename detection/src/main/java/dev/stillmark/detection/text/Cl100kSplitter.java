package dev.stillmark.detection.text;

import static dev.stillmark.detection.text.CharacterKind.BREAK;
import static dev.stillmark.detection.text.CharacterKind.LETTER;
import static dev.stillmark.detection.text.CharacterKind.NUMBER;
import static dev.stillmark.detection.text.CharacterKind.SPACE;
import static dev.stillmark.detection.text.CharacterKind.SYMBOL;

/**
 * The pre-tokenizer of cl100k_base, by hand: the pieces of {@code '(?i:[sdmt]|ll|ve|re)|
 * [^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s}.
 *
 * <p>Source: tiktoken's {@code openai_public.py}.
 */
final class Cl100kSplitter {

  private Cl100kSplitter() {}

  /** As {@link Splitter#end}. */
  static int end(Utf8Text text, int start) {
    int contraction = Contractions.endInAnyCase(text, start);
    if (contraction > start) {
      return contraction;
    }
    int kind = text.kindAt(start);
    int next = text.next(start);
    boolean isPrefix = (kind & (LETTER | NUMBER | BREAK)) == 0;
    if ((kind & LETTER) != 0 || (isPrefix && text.has(LETTER, next))) {
      return text.runEnd(next, LETTER);
    }
    return kind == NUMBER ? text.runEnd(start, NUMBER, 3) : symbolEnd(text, start);
  }

  private static int symbolEnd(Utf8Text text, int start) {
    int body = text.at(start) == ' ' ? start + 1 : start;
    return text.has(SYMBOL, body)
        ? text.runEnd(text.runEnd(body, SYMBOL), BREAK)
        : spaceEnd(text, start);
  }

  private static int spaceEnd(Utf8Text text, int start) {
    int runEnd = text.runEnd(start, SPACE);
    if (runEnd == text.length()) {
      return runEnd;
    }
    int lines = Spaces.endOfLines(text, start, runEnd);
    return lines > start ? lines : Spaces.endBeforeWord(text, start, runEnd);
  }
}
