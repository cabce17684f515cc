package dev.stillmark.testkit;

import java.util.Arrays;
import java.util.Collection;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An n-gram language model over token ids, smoothed by backing off (MacKay and Peto 1995).
 *
 * <p>P(w | c) = (n(cw) + k P(w | c')) / (n(c) + k), where c' is c without its oldest token and k is
 * a constant per length of c. All that was read is kept as one sorted array of windows, context
 * first and its newest token foremost: what followed a context of any length is then one range, and
 * to draw from P is to pick a place in a range. The model does not read its prompt.
 */
final class TokenLanguageModel {

  /** Ends a document and stands before its start. */
  static final int END = 0;

  private static final int TOKEN_BITS = 12;
  private static final int TOKEN_MASK = (1 << TOKEN_BITS) - 1;
  private static final int CONTEXT = 4;
  private static final int NEWEST = (CONTEXT - 1) * TOKEN_BITS;

  /** k for contexts of 1, 2, … tokens. */
  private static final double[] BACK_OFF = {0.005, 0.1, 0.15, 0.15};

  private final long[] windows;

  private TokenLanguageModel(long[] windows) {
    this.windows = windows;
  }

  static TokenLanguageModel train(Collection<long[]> documents) {
    long[] windows =
        documents.stream().flatMapToLong(TokenLanguageModel::windowsOf).sorted().toArray();
    return new TokenLanguageModel(windows);
  }

  /**
   * @param longest the most tokens to draw
   * @param mark the watermark that the sampler applies, or null for none
   */
  long[] sample(int longest, @Nullable Mark mark, SplittableRandom random) {
    long[] ids = new long[1 + longest];
    ids[0] = END;
    long context = 0;
    for (int length = 1; length < ids.length; length++) {
      int token = next(context, ids, length, mark, random);
      if (token == END) {
        return Arrays.copyOfRange(ids, 1, length);
      }
      ids[length] = token;
      context = shift(context, token);
    }
    return Arrays.copyOfRange(ids, 1, ids.length);
  }

  private int next(
      long context, long[] ids, int length, @Nullable Mark mark, SplittableRandom random) {
    Ranges ranges = rangesAfter(context);
    int token = draw(ranges, random);
    while (mark != null && !mark.accepts(token, ids, length, random)) {
      token = draw(ranges, random);
    }
    return token;
  }

  private int draw(Ranges ranges, SplittableRandom random) {
    int length = ranges.longest;
    while (length > 0 && backsOff(ranges.size(length), BACK_OFF[length - 1], random)) {
      length--;
    }
    int place = ranges.from[length] + random.nextInt(ranges.size(length));
    return (int) windows[place] & TOKEN_MASK;
  }

  private static boolean backsOff(int seen, double k, SplittableRandom random) {
    return random.nextDouble() * (seen + k) >= seen;
  }

  /** Where the windows stand that share the newest 0, 1, … tokens of a context. */
  private static final class Ranges {
    private final int[] from = new int[CONTEXT + 1];
    private final int[] to = new int[CONTEXT + 1];
    private int longest;

    private int size(int length) {
      return to[length] - from[length];
    }
  }

  private Ranges rangesAfter(long context) {
    Ranges ranges = new Ranges();
    ranges.to[0] = windows.length;
    for (int length = 1; length <= CONTEXT; length++) {
      int freeBits = (CONTEXT + 1 - length) * TOKEN_BITS;
      long least = (context << TOKEN_BITS) & -(1L << freeBits);
      int from = firstAtLeast(least, ranges.from[length - 1], ranges.to[length - 1]);
      int to = firstAtLeast(least + (1L << freeBits), from, ranges.to[length - 1]);
      if (from == to) {
        break;
      }
      ranges.from[length] = from;
      ranges.to[length] = to;
      ranges.longest = length;
    }
    return ranges;
  }

  private int firstAtLeast(long value, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (windows[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static LongStream windowsOf(long[] document) {
    long[] windows = new long[document.length + 1];
    long context = 0;
    for (int i = 0; i < windows.length; i++) {
      long token = i < document.length ? document[i] : END;
      windows[i] = (context << TOKEN_BITS) | token;
      context = shift(context, token);
    }
    return Arrays.stream(windows);
  }

  private static long shift(long context, long token) {
    return (token << NEWEST) | (context >>> TOKEN_BITS);
  }
}
