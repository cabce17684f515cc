package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.AllocatedBytes;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GreenScorerTest {

  private static final int VOCABULARY = 1000;

  /** More pairs than one batch takes, many of them twice, and some ids outside the vocabulary. */
  @ParameterizedTest
  @EnumSource
  void many_scores_at_once_are_those_one_by_one(Seeding seeding) {
    GreenLists lists = lists(seeding, VOCABULARY);
    long[] ids = new Random(3).longs(3000, -20, VOCABULARY + 20).toArray();
    int[] positions = positions(lists, ids);
    PositionScorer scorer = lists.scorer();
    long[] scores = new long[ids.length];

    for (String run : new String[] {"unknown", "remembered"}) {
      scorer.scoresAt(ids, positions, positions.length, scores);

      for (int i = 0; i < positions.length; i++) {
        long expected = lists.isGreenAt(ids, positions[i]) ? 1 : 0;
        assertThat(scores[i]).as("%s, place %d", run, i).isEqualTo(expected);
        assertThat(scorer.scoreAt(ids, positions[i])).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void scoring_allocates_nothing(Seeding seeding) {
    GreenLists lists = lists(seeding, 50_257);
    long[] ids = new long[60];
    int[] positions = positions(lists, ids);
    long[] scores = new long[ids.length];
    PositionScorer scorer = lists.scorer();
    AtomicLong state = new AtomicLong(5);

    long allocated =
        AllocatedBytes.by(() -> {
          drawNewIds(ids, state);
          scorer.scoresAt(ids, positions, positions.length, scores);
          drawNewIds(ids, state);
          for (int at : positions) {
            scores[0] += scorer.scoreAt(ids, at) + scorer.seedAt(ids, at);
          }
        });

    assertThat(allocated).isZero();
  }

  /** Few enough in all for a table of known pairs that never has to grow. */
  private static void drawNewIds(long[] ids, AtomicLong state) {
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (state.addAndGet(0x9e3779b97f4a7c15L) >>> 20) % 50_257;
    }
  }

  private static GreenLists lists(Seeding seeding, int vocabulary) {
    KgwScheme scheme = new KgwScheme(vocabulary, 0.25, seeding, 2, false, null, 5);
    return new GreenLists(scheme, WatermarkKey.of(20_261_124));
  }

  private static int[] positions(GreenLists lists, long[] ids) {
    return IntStream.range(lists.firstPosition(), ids.length).toArray();
  }
}
