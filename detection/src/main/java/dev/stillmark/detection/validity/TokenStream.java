package dev.stillmark.detection.validity;

import java.util.Arrays;
import java.util.List;

/**
 * Unmarked text as one ring of tokens, of which every key reads its own stretch.
 *
 * <p>Keys start at evenly spaced places, so that a rate over keys is one over texts as well.
 */
public final class TokenStream {

  private final long[] ids;

  private TokenStream(long[] ids) {
    this.ids = ids;
  }

  /** Sequences one behind the other. */
  public static TokenStream of(List<long[]> sequences) {
    return new TokenStream(sequences.stream().flatMapToLong(Arrays::stream).toArray());
  }

  public int length() {
    return ids.length;
  }

  /** The {@code length} tokens that reader {@code reader} of {@code readers} gets. */
  long[] stretch(int reader, int readers, int length) {
    if (length < 1 || length > ids.length) {
      throw new IllegalArgumentException(
          "lengths must be within 1..%d but one is %d".formatted(ids.length, length));
    }
    int start = (int) ((long) reader * ids.length / readers);
    long[] stretch = new long[length];
    int untilTheEnd = Math.min(length, ids.length - start);
    System.arraycopy(ids, start, stretch, 0, untilTheEnd);
    System.arraycopy(ids, 0, stretch, untilTheEnd, length - untilTheEnd);
    return stretch;
  }
}
