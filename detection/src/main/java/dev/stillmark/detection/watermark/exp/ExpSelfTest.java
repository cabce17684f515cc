package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.stream.LongStream;

/**
 * The known answers that must hold before any key is used.
 *
 * <p>For EXP and EXPGumbel what MarkLLM on torch 2.15 prints about the ids 0..99 (its p-value); for
 * PF, which prints nothing, a draw that three_bricks makes under the same seeds.
 */
final class ExpSelfTest {

  private static final double EXP = 0.6507412624152024;
  private static final double EXP_GUMBEL = 0.6976280725361912;
  private static final long PF_COMPLEMENT = (1 << 24) - 1 - 8_107_557;
  private static final double TOLERANCE = 1e-6;

  private static final long[] IDS = LongStream.range(0, 100).toArray();

  private ExpSelfTest() {}

  static void requireExp() {
    requireTail(EXP, new ExpScheme(4096, 2), 15_485_863);
  }

  static void requireExpGumbel() {
    requireTail(EXP_GUMBEL, new ExpGumbelScheme(512, 2), 42);
  }

  static void requirePf() {
    PfScheme scheme = new PfScheme(4096, 2);
    PositionScorer scorer = scheme.with(WatermarkKey.of(7)).scorer();
    require(scorer.scoreAt(IDS, 3) == PF_COMPLEMENT, scheme);
  }

  private static void requireTail(double expected, WatermarkScheme scheme, long key) {
    Double p = scheme.with(WatermarkKey.of(key)).reference(IDS, new long[0]).p();
    require(p != null && Math.abs(p - expected) <= TOLERANCE * expected, scheme);
  }

  private static void require(boolean holds, WatermarkScheme scheme) {
    if (!holds) {
      throw new IllegalStateException(
          "the known-answer test of %s failed: refusing to use a key".formatted(scheme.label()));
    }
  }
}
