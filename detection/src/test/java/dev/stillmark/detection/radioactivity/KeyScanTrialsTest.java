package dev.stillmark.detection.radioactivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.stats.EvalueBenjaminiHochberg;
import dev.stillmark.detection.stats.Holm;
import dev.stillmark.detection.watermark.SchemeTrials;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.sglang.SglangScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan of twenty keys over one text, by the figures adjusted for all of them. */
class KeyScanTrialsTest {

  private static final int SCANS = 120;
  private static final int KEYS = 20;
  private static final double LOG10_ALPHA = Math.log10(0.05);
  private static final SglangScheme SCHEME = SglangScheme.gumbel();

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void a_scan_of_wrong_keys_finds_one_no_more_often_than_its_rate(long seed) {
    Random random = new Random(seed);
    int byHolm = 0;
    int byEBh = 0;
    int unadjusted = 0;
    for (int scan = 0; scan < SCANS; scan++) {
      long[] text = SchemeTrials.loopingText(50_000, 150, random.nextLong());
      List<Figures> figures = scan(text, keys(random, KEYS));

      byHolm += any(Holm.adjust(log10P(figures))) ? 1 : 0;
      byEBh += any(negated(EvalueBenjaminiHochberg.adjust(log10E(figures)))) ? 1 : 0;
      unadjusted += any(log10P(figures)) ? 1 : 0;
    }

    double bound = SchemeTrials.FalseAlarms.bound(SCANS, 0.05);
    assertThat((double) byHolm).as("Holm, seed %d", seed).isLessThanOrEqualTo(bound);
    assertThat((double) byEBh).as("e-BH, seed %d", seed).isLessThanOrEqualTo(bound);
    assertThat(unadjusted).as("the trial has teeth, seed %d", seed).isGreaterThan(SCANS / 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void the_true_key_is_found_among_wrong_ones_and_alone(long seed) {
    Random random = new Random(seed);
    List<WatermarkKey> keys = keys(random, KEYS);
    long[] text = SchemeTrials.markedText(SCHEME.with(keys.get(7)), 50_000, 200, 3, seed);

    List<Figures> figures = scan(text, keys);

    double[] holm = Holm.adjust(log10P(figures));
    double[] eBh = EvalueBenjaminiHochberg.adjust(log10E(figures));
    for (int key = 0; key < KEYS; key++) {
      assertThat(holm[key] <= -6).as("Holm, seed %d key %d", seed, key).isEqualTo(key == 7);
      assertThat(eBh[key] >= 6).as("e-BH, seed %d key %d", seed, key).isEqualTo(key == 7);
    }
  }

  private static List<Figures> scan(long[] text, List<WatermarkKey> keys) {
    MultiKeyScan scan = new MultiKeyScan(SCHEME, null);
    scan.add(text, new long[0]);
    return scan.score(keys);
  }

  private static List<WatermarkKey> keys(Random random, int count) {
    List<WatermarkKey> keys = new ArrayList<>();
    for (int key = 0; key < count; key++) {
      keys.add(SCHEME.drawKey(random::nextLong));
    }
    return keys;
  }

  private static boolean any(double[] log10P) {
    return Arrays.stream(log10P).anyMatch(value -> value <= LOG10_ALPHA);
  }

  private static double[] negated(double[] log10E) {
    return Arrays.stream(log10E).map(value -> -value).toArray();
  }

  private static double[] log10P(List<Figures> figures) {
    return figures.stream().mapToDouble(Figures::log10P).toArray();
  }

  private static double[] log10E(List<Figures> figures) {
    return figures.stream().mapToDouble(Figures::log10E).toArray();
  }
}
