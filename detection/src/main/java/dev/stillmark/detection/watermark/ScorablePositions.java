package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.text.TokenSequence;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The positions of one output that may be scored.
 *
 * <p>Pooled scoring starts behind the first {@code contextWidth + 1} tokens, as in the
 * radioactivity test of Sander et al. (2024). Every position is left out whose seeding context
 * stands in the output's own prompt: such a token may be marked because the prompt was, not the
 * training data. Where the suspected training data is at hand, positions whose context never occurs
 * in it are left out too: nothing can have been learned about them.
 *
 * @param ids output ids without a leading beginning-of-sequence token
 * @param positions indices into {@code ids}, ascending
 * @param tokens positions before anything was left out
 * @param outOfVocabulary of the positions, those whose token the scheme draws nothing for
 */
public record ScorablePositions(long[] ids, int[] positions, int tokens, int outOfVocabulary) {

  /** Pooled scoring: from position {@code contextWidth + 1} on. */
  static ScorablePositions of(WatermarkScheme scheme, TokenSequence sequence) {
    return pooled(scheme, sequence.outputIds(), sequence.promptIds(), null);
  }

  /**
   * Pooled scoring: from position {@code contextWidth + 1} on.
   *
   * @param promptIds empty where there is no prompt
   * @param training contexts of the suspected training data, or null where it is not at hand
   */
  public static ScorablePositions pooled(
      WatermarkScheme scheme, long[] outputIds, long[] promptIds, @Nullable ContextSet training) {
    return from(scheme.contextWidth() + 1, scheme, outputIds, promptIds, training);
  }

  /** One output by itself: from position {@code first} on. */
  public static ScorablePositions from(
      int first,
      WatermarkScheme scheme,
      long[] outputIds,
      long[] promptIds,
      @Nullable ContextSet training) {
    long[] ids = withoutBos(scheme, outputIds);
    ContextSet inPrompt =
        new ContextSet(scheme.seedingContext()).addFollowed(withoutBos(scheme, promptIds));
    int tokens = Math.max(0, ids.length - first);
    int[] positions = new int[tokens];
    int kept = 0;
    int outOfVocabulary = 0;
    for (int at = first; at < ids.length; at++) {
      if (!inPrompt.containsBefore(ids, at)
          && (training == null || training.containsBefore(ids, at))) {
        positions[kept++] = at;
        outOfVocabulary += isDrawn(scheme, ids[at]) ? 0 : 1;
      }
    }
    return new ScorablePositions(ids, Arrays.copyOf(positions, kept), tokens, outOfVocabulary);
  }

  /**
   * Whether a token may stand among its seed's draws. An id outside the vocabulary is red without
   * any draw, so it may not stand among draws without replacement: alone in a group it can only
   * lower the e-value.
   */
  public static boolean isDrawn(WatermarkScheme scheme, long token) {
    return ItemScorer.isDrawn(scheme.law(), token);
  }

  /** The sequence without a leading beginning-of-sequence token of the scheme. */
  public static long[] withoutBos(WatermarkScheme scheme, long[] ids) {
    Long bos = scheme.bosTokenId();
    boolean leads = bos != null && ids.length > 0 && ids[0] == bos;
    return leads ? Arrays.copyOfRange(ids, 1, ids.length) : ids;
  }

  Coverage coverage(boolean retokenised) {
    return new Coverage(tokens, tokens - positions.length, outOfVocabulary, retokenised);
  }
}
