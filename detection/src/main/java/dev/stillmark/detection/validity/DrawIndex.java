package dev.stillmark.detection.validity;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.verdict.Tally;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PairIndex;
import dev.stillmark.detection.watermark.PositionScorer;
import java.util.Arrays;

/**
 * The distinct (seed, item) draws of one key over any amount of text, each scored once. Belongs to
 * one thread.
 */
final class DrawIndex {

  private final NullLaw law;
  private final int firstPosition;
  private final PositionScorer scorer;
  private final PairIndex draws = new PairIndex();
  private final PairIndex seeds = new PairIndex();
  private long[] scores = new long[0];
  private int[] groups = new int[64];

  DrawIndex(KeyedScheme keyed) {
    this.law = keyed.scheme().law();
    this.firstPosition = keyed.firstPosition();
    this.scorer = keyed.scorer();
  }

  /** The draw behind each position that can be scored, by its number. */
  int[] drawsOf(long[] ids) {
    int[] numbers = new int[Math.max(0, ids.length - firstPosition)];
    int[] fresh = new int[numbers.length];
    int known = draws.size();
    for (int i = 0; i < numbers.length; i++) {
      int size = draws.size();
      numbers[i] = drawAt(ids, firstPosition + i);
      if (numbers[i] == size) {
        fresh[size - known] = firstPosition + i;
      }
    }
    score(ids, fresh, known);
    return numbers;
  }

  private int drawAt(long[] ids, int position) {
    requireKnown(ids[position]);
    long seed = scorer.seedAt(ids, position);
    int known = draws.size();
    int draw = draws.of(seed, scorer.itemAt(ids, position));
    if (draw == known) {
      if (draw == groups.length) {
        groups = Arrays.copyOf(groups, 2 * draw);
      }
      groups[draw] = seeds.of(seed, 0);
    }
    return draw;
  }

  /** Scores the draws from number {@code known} on all at once, which is cheaper than singly. */
  private void score(long[] ids, int[] fresh, int known) {
    int count = draws.size() - known;
    long[] freshScores = new long[count];
    scorer.scoresAt(ids, fresh, count, freshScores);
    scores = Arrays.copyOf(scores, draws.size());
    System.arraycopy(freshScores, 0, scores, known, count);
  }

  /** How many distinct draws were seen. */
  int size() {
    return draws.size();
  }

  void addTo(Tally tally, int draw) {
    tally.add(groups[draw], scores[draw]);
  }

  long score(int draw) {
    return scores[draw];
  }

  private void requireKnown(long id) {
    int vocabulary =
        switch (law) {
          case NullLaw.GreenList green -> green.vocabularySize();
          case NullLaw.FixedList fixed -> fixed.vocabularySize();
          case NullLaw.Coin _, NullLaw.Uniform _, NullLaw.TwoUniforms _, NullLaw.Bits _ ->
              Integer.MAX_VALUE;
        };
    if (id < 0 || id >= vocabulary) {
      throw new IllegalArgumentException(
          "token ids must be within 0..%d but one is %d".formatted(vocabulary - 1, id));
    }
  }
}
