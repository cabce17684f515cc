package dev.stillmark.detection.canary;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Text in which a reply is looked for: composed (NFC), white space collapsed, case kept.
 *
 * <p>A <em>run</em> is a stretch that is not cut out of a longer word or number. Its shape is what
 * is left when every letter is as good as another and every digit too. An answer returns a reply if
 * its <em>first</em> run of the reply's shape is that reply. So it may stand in a sentence, but an
 * answer that lists many possible replies of one shape returns only one of them: without this rule
 * an innocent who lists k of the N possible replies would hit with probability k/N, and the e-value
 * would not be one.
 */
final class Answer {

  private static final int ANY_LETTER = -1;
  private static final int ANY_DIGIT = -2;

  private final int[] codePoints;

  private Answer(int[] codePoints) {
    this.codePoints = codePoints;
  }

  static Answer of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return new Answer(collapsed(composed.codePoints().toArray()));
  }

  private static int[] collapsed(int[] from) {
    int[] to = new int[from.length];
    int size = 0;
    for (int codePoint : from) {
      boolean space = Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
      if (!space) {
        to[size++] = codePoint;
      } else if (size > 0 && to[size - 1] != ' ') {
        to[size++] = ' ';
      }
    }
    int end = size > 0 && to[size - 1] == ' ' ? size - 1 : size;
    return Arrays.copyOf(to, end);
  }

  boolean hasNoLetterOrDigit() {
    return Arrays.stream(codePoints).noneMatch(Character::isLetterOrDigit);
  }

  /** Whether the first run here that has the shape of {@code reply} is {@code reply}. */
  boolean returns(Answer reply) {
    for (int start = 0; start + reply.size() <= size(); start++) {
      if (isRun(start, reply.size()) && hasShape(start, reply)) {
        return is(start, reply);
      }
    }
    return false;
  }

  /** Whether {@code reply} stands anywhere here as a run. */
  boolean contains(Answer reply) {
    for (int start = 0; start + reply.size() <= size(); start++) {
      if (isRun(start, reply.size()) && is(start, reply)) {
        return true;
      }
    }
    return false;
  }

  private int size() {
    return codePoints.length;
  }

  private boolean isRun(int start, int length) {
    return !isWordAt(start - 1) && !isWordAt(start + length);
  }

  private boolean isWordAt(int index) {
    return index >= 0 && index < size() && shape(codePoints[index]) < 0;
  }

  private boolean hasShape(int start, Answer reply) {
    for (int i = 0; i < reply.size(); i++) {
      if (shape(codePoints[start + i]) != shape(reply.codePoints[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean is(int start, Answer reply) {
    return Arrays.equals(
        codePoints, start, start + reply.size(), reply.codePoints, 0, reply.size());
  }

  private static int shape(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> ANY_LETTER;
      case Character.DECIMAL_DIGIT_NUMBER -> ANY_DIGIT;
      default -> Character.isLetter(codePoint) ? ANY_LETTER : codePoint;
    };
  }

  /** The length only: an answer may hold a reply. */
  @Override
  public String toString() {
    return "Answer[%d code points]".formatted(size());
  }
}
