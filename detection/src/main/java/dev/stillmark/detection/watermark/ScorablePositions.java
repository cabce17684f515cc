package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.text.TokenSequence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The positions of one output that may be scored.
 *
 * <p>Scoring starts behind the first {@code contextWidth + 1} tokens, as in the radioactivity test
 * of Sander et al. (2024), and leaves out every position whose seeding context stands in the
 * output's own prompt: such a token may be green because the prompt was, not the training data.
 *
 * @param ids output ids without a leading beginning-of-sequence token
 * @param positions indices into {@code ids}, ascending
 * @param coverage what was left out, and why
 */
record ScorablePositions(long[] ids, int[] positions, Coverage coverage) {

  static ScorablePositions of(WatermarkScheme scheme, TokenSequence sequence) {
    long[] prompt = withoutBos(scheme, sequence.promptIds());
    long[] ids = withoutBos(scheme, sequence.outputIds());
    int width = scheme.seedingContext();
    Set<Context> inPrompt = contextsOf(prompt, width);
    int first = scheme.contextWidth() + 1;
    int[] positions = new int[Math.max(0, ids.length - first)];
    int kept = 0;
    int outOfVocabulary = 0;
    for (int at = first; at < ids.length; at++) {
      if (inPrompt.isEmpty() || !inPrompt.contains(new Context(ids, at - width, width))) {
        positions[kept++] = at;
        outOfVocabulary += ItemScorer.isDrawn(scheme.law(), ids[at]) ? 0 : 1;
      }
    }
    Coverage coverage =
        new Coverage(
            positions.length,
            positions.length - kept,
            outOfVocabulary,
            sequence.origin() == TokenSequence.Origin.RETOKENISED);
    return new ScorablePositions(ids, Arrays.copyOf(positions, kept), coverage);
  }

  private static long[] withoutBos(WatermarkScheme scheme, long[] ids) {
    Long bos = scheme.bosTokenId();
    boolean leads = bos != null && ids.length > 0 && ids[0] == bos;
    return leads ? Arrays.copyOfRange(ids, 1, ids.length) : ids;
  }

  /** The contexts of a prompt, its very last one excepted: no token of the prompt follows that. */
  private static Set<Context> contextsOf(long[] prompt, int width) {
    Set<Context> contexts = new HashSet<>();
    for (int end = width; width > 0 && end < prompt.length; end++) {
      contexts.add(new Context(prompt, end - width, width));
    }
    return contexts;
  }

  /** A run of ids inside an array that nobody changes. */
  private record Context(long[] ids, int from, int width) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Context that
          && Arrays.equals(ids, from, from + width, that.ids, that.from, that.from + that.width);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = from; i < from + width; i++) {
        hash = 31 * hash + Long.hashCode(ids[i]);
      }
      return hash;
    }
  }
}
