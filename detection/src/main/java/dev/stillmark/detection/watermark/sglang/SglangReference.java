package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.RefusedSequence;
import java.nio.LongBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What SGLang's detector prints about one sequence, to be shown beside our own exact figures.
 *
 * <p>With two keys it prints five statistics, which are five looks at one text: the combined one
 * takes each context under the key that the coin picks.
 *
 * @param limitReached whether it stopped at {@code maxContexts} with tokens left
 * @param examined tokens looked at, skipped ones and repeated contexts included
 * @param repeated those behind a context met before
 * @param skipped first tokens whose context is not known
 */
record SglangReference(
    SglangStatistics combined,
    SglangStatistics allUnderFirst,
    Optional<SglangStatistics> allUnderSecond,
    Optional<SglangStatistics> partOfFirst,
    Optional<SglangStatistics> partOfSecond,
    boolean limitReached,
    int examined,
    int repeated,
    int skipped) {

  private static final long MOST_TOKEN = 0xFFFF_FFFFL;

  /**
   * @throws RefusedSequence where an id does not fit into 32 unsigned bits
   */
  static SglangReference of(SglangDraws draws, long[] ids, long[] promptIds) {
    requireTokens(ids);
    requireTokens(promptIds);
    int window = draws.scheme().contextWindow();
    int kept = Math.min(window, promptIds.length);
    long[] tokens = new long[kept + ids.length];
    System.arraycopy(promptIds, promptIds.length - kept, tokens, 0, kept);
    System.arraycopy(ids, 0, tokens, kept, ids.length);
    int skipped = kept > 0 ? 0 : Math.min(window, ids.length);
    return new Walk(draws, tokens).from(kept, skipped);
  }

  private static void requireTokens(long[] ids) {
    for (int at = 0; at < ids.length; at++) {
      if (ids[at] < 0 || ids[at] > MOST_TOKEN) {
        throw new RefusedSequence(
            "token-out-of-range",
            "token ids must be within 0..2^32-1 but number %d is not".formatted(at));
      }
    }
  }

  ReferenceFigures asFigures() {
    return new ReferenceFigures(
        combined.contexts(), null, combined.score(), combined.z(), combined.p(), null);
  }

  /** One pass over a sequence, prompt's end included. */
  private static final class Walk {

    private final SglangScheme scheme;
    private final KeyChoice keys;
    private final long[] tokens;
    private final Set<LongBuffer> met = new HashSet<>();
    private final ScoreSum combined = new ScoreSum();
    private final ScoreSum allUnderFirst = new ScoreSum();
    private final ScoreSum allUnderSecond = new ScoreSum();
    private final ScoreSum partOfFirst = new ScoreSum();
    private final ScoreSum partOfSecond = new ScoreSum();

    Walk(SglangDraws draws, long[] tokens) {
      this.scheme = draws.scheme();
      this.keys = draws.keys();
      this.tokens = tokens;
    }

    SglangReference from(int start, int skipped) {
      int at = start + skipped;
      for (; at < tokens.length && met.size() < scheme.maxContexts(); at++) {
        int oldest = Math.max(0, at - scheme.contextWindow());
        if (met.add(LongBuffer.wrap(tokens, oldest, at - oldest))) {
          score(KeyState.contextHash(tokens, oldest, at), (int) tokens[at]);
        }
      }
      return figures(at < tokens.length, at - start, skipped);
    }

    private void score(int contextHash, int token) {
      switch (keys) {
        case KeyChoice.One one -> {
          int draw = KeyState.draw(one.key().after(contextHash), token);
          combined.add(draw);
          allUnderFirst.add(draw);
        }
        case KeyChoice.Two two -> scoreUnderBoth(two, contextHash, token);
      }
    }

    private void scoreUnderBoth(KeyChoice.Two two, int contextHash, int token) {
      boolean isFirst = two.picksFirst(contextHash);
      int first = KeyState.draw(two.first().after(contextHash), token);
      int second = KeyState.draw(two.second().after(contextHash), token);
      allUnderFirst.add(first);
      allUnderSecond.add(second);
      combined.add(isFirst ? first : second);
      (isFirst ? partOfFirst : partOfSecond).add(isFirst ? first : second);
    }

    private SglangReference figures(boolean limitReached, int examined, int skipped) {
      boolean two = keys instanceof KeyChoice.Two;
      return new SglangReference(
          combined.statistics(),
          allUnderFirst.statistics(),
          optional(two, allUnderSecond),
          optional(two, partOfFirst),
          optional(two, partOfSecond),
          limitReached,
          examined,
          examined - skipped - met.size(),
          skipped);
    }

    private static Optional<SglangStatistics> optional(boolean present, ScoreSum sum) {
      return present ? Optional.of(sum.statistics()) : Optional.empty();
    }
  }
}
