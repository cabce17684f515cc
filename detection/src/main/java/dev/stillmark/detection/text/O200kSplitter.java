package dev.stillmark.detection.text;

import static dev.stillmark.detection.text.CharacterKind.BREAK;
import static dev.stillmark.detection.text.CharacterKind.CASELESS;
import static dev.stillmark.detection.text.CharacterKind.LETTER;
import static dev.stillmark.detection.text.CharacterKind.LOWER;
import static dev.stillmark.detection.text.CharacterKind.MARK;
import static dev.stillmark.detection.text.CharacterKind.NUMBER;
import static dev.stillmark.detection.text.CharacterKind.SPACE;
import static dev.stillmark.detection.text.CharacterKind.SYMBOL;
import static dev.stillmark.detection.text.CharacterKind.UPPER;

/**
 * The pre-tokenizer of o200k_base, by hand: words may begin with capitals, go on in small letters
 * and carry their contraction; the rest is nearly that of cl100k_base.
 *
 * <p>With A for {@code [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]}, a for {@code [\p{Ll}\p{Lm}\p{Lo}\p{M}]}
 * and c for {@code (?i:'s|'t|'re|'ve|'m|'ll|'d)?} the pattern is {@code
 * [^\r\n\p{L}\p{N}]?A*a+c|[^\r\n\p{L}\p{N}]?A+a*c|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|
 * \s*[\r\n]+|\s+(?!\S)|\s+}. Source: tiktoken's {@code openai_public.py}.
 */
final class O200kSplitter {

  private static final int EITHER_CASE = CASELESS | MARK;
  private static final int CAPITAL = UPPER | EITHER_CASE;
  private static final int SMALL = LOWER | EITHER_CASE;

  private O200kSplitter() {}

  /** As {@link Splitter#end}. */
  static int end(Utf8Text text, int start) {
    int kind = text.kindAt(start);
    if (kind == NUMBER) {
      return text.runEnd(start, NUMBER, 3);
    }
    int word = wordEnd(text, start, kind);
    return word > start ? Contractions.endInAnyCase(text, word) : symbolEnd(text, start);
  }

  /** The end of the word without its contraction, or {@code start} where none starts. */
  private static int wordEnd(Utf8Text text, int start, int kind) {
    if ((kind & LETTER) != 0) {
      return lettersEnd(text, start, start);
    }
    int body = text.next(start);
    if (kind != BREAK && text.has(LETTER | MARK, body)) {
      return lettersEnd(text, start, body);
    }
    return kind == MARK ? body : start;
  }

  /**
   * Where {@code A*a+|A+a*} ends. Without a small letter behind the capitals, {@code a+} is given
   * back as few of them as it can take: those from the last one of either case on. A mark that was
   * read as the word's prefix counts too, as the pattern then tries again without a prefix.
   */
  private static int lettersEnd(Utf8Text text, int start, int body) {
    int capitals = text.runEnd(body, CAPITAL);
    if (text.has(LOWER, capitals)) {
      return text.runEnd(capitals, SMALL);
    }
    int end = capitals;
    while (end > start && !text.has(EITHER_CASE, text.previous(end))) {
      end = text.previous(end);
    }
    return end > start ? end : capitals;
  }

  private static int symbolEnd(Utf8Text text, int start) {
    int body = text.at(start) == ' ' ? start + 1 : start;
    return text.has(SYMBOL, body)
        ? lineEnd(text, text.runEnd(body, SYMBOL))
        : spaceEnd(text, start);
  }

  private static int lineEnd(Utf8Text text, int start) {
    int end = start;
    while (text.at(end) == '\r' || text.at(end) == '\n' || text.at(end) == '/') {
      end++;
    }
    return end;
  }

  private static int spaceEnd(Utf8Text text, int start) {
    int runEnd = text.runEnd(start, SPACE);
    int lines = Spaces.endOfLines(text, start, runEnd);
    return lines > start ? lines : Spaces.endBeforeWord(text, start, runEnd);
  }
}
