package dev.stillmark.detection.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A well-formed text as UTF-8, read character by character: what splitters cut.
 *
 * <p>Positions are those of bytes and stand before a character or at the end. The bytes go on with
 * zeros behind the end, so that {@link Words} may be read anywhere.
 */
final class Utf8Text {

  private final byte[] bytes;
  private final int length;

  private Utf8Text(byte[] utf8) {
    bytes = Arrays.copyOf(utf8, utf8.length + Words.PADDING);
    length = utf8.length;
  }

  /** Unpaired surrogates become U+FFFD. */
  static Utf8Text of(String text) {
    return new Utf8Text(WellFormedText.of(text).getBytes(StandardCharsets.UTF_8));
  }

  /** The array itself: it is read where a call per byte would be too slow, and never written. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Zero just behind the end. */
  byte at(int position) {
    return bytes[position];
  }

  /** Whether a character of one of {@code kinds} stands here; none does at the end. */
  boolean has(int kinds, int position) {
    return position < length && (kindAt(position) & kinds) != 0;
  }

  int kindAt(int position) {
    byte first = bytes[position];
    return first >= 0 ? CharacterKind.ofAscii(first) : CharacterKind.of(codePointAt(position));
  }

  /** Behind the character that stands here. */
  int next(int position) {
    return position + width(bytes[position]);
  }

  /** Before the character that ends here. */
  int previous(int position) {
    int start = position - 1;
    while (isContinuation(bytes[start])) {
      start--;
    }
    return start;
  }

  /** The end of the longest run of {@code kinds} from here on. */
  int runEnd(int position, int kinds) {
    int end = asciiRunEnd(position, kinds);
    while (has(kinds, end)) {
      end = next(end);
    }
    return end;
  }

  /** All of most runs, in a loop without a branch on widths. */
  private int asciiRunEnd(int position, int kinds) {
    int end = position;
    while (end < length && bytes[end] >= 0 && (CharacterKind.ofAscii(bytes[end]) & kinds) != 0) {
      end++;
    }
    return end;
  }

  /** The same for a run of no more than {@code most} characters. */
  int runEnd(int position, int kinds, int most) {
    int end = position;
    for (int i = 0; i < most && has(kinds, end); i++) {
      end = next(end);
    }
    return end;
  }

  private static int width(byte first) {
    if (first >= 0) {
      return 1;
    }
    return first < (byte) 0xe0 ? 2 : first < (byte) 0xf0 ? 3 : 4;
  }

  private int codePointAt(int position) {
    int first = bytes[position];
    return switch (width(bytes[position])) {
      case 2 -> ((first & 0x1f) << 6) | low(position + 1);
      case 3 -> ((first & 0x0f) << 12) | (low(position + 1) << 6) | low(position + 2);
      default ->
          ((first & 0x07) << 18)
              | (low(position + 1) << 12)
              | (low(position + 2) << 6)
              | low(position + 3);
    };
  }

  private int low(int position) {
    return bytes[position] & 0x3f;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xc0) == 0x80;
  }
}
