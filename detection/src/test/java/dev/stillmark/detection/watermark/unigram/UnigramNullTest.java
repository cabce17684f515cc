package dev.stillmark.detection.watermark.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.HypergeometricTail;
import dev.stillmark.detection.stats.SeedCount;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.unigram.UnigramMask.TypeCount;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Skewed text that no key made, under many keys: no more false alarms than promised. */
class UnigramNullTest {

  private static final int VOCABULARY = 2000;
  private static final int TOKENS = 1500;
  private static final int KEYS = 2000;

  @Test
  void false_alarms_over_distinct_types_stay_within_their_rate() {
    UnigramScheme scheme = new UnigramScheme(Dialect.UNIGRAM_REPO, VOCABULARY, 0.25);
    long[] text = skewedText(new Random(20_261_125));
    Random keys = new Random(32);
    int below = 0;
    int naive = 0;
    double meanE = 0;
    for (int i = 0; i < KEYS; i++) {
      UnigramMask mask = scheme.with(WatermarkKey.of(keys.nextLong())).mask();
      TypeCount count = mask.countTypes(text);
      below += log10P(scheme, count) <= Math.log10(0.05) ? 1 : 0;
      naive += UnigramReference.of(scheme, mask, text).z() > 1.6449 ? 1 : 0;
      meanE += Math.pow(10, log10E(scheme, count)) / KEYS;
    }

    // Three standard errors above the nominal rate.
    assertThat(below / (double) KEYS)
        .as("seeds 20261125 and 32")
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(.05 * .95 / KEYS));
    assertThat(meanE).as("mean e-value, seeds 20261125 and 32").isLessThanOrEqualTo(1.3);
    // The test has teeth: tokens counted as often as they occur do break the promise here.
    assertThat(naive / (double) KEYS).isGreaterThan(0.1);
  }

  private static double log10P(UnigramScheme scheme, TypeCount count) {
    return HypergeometricTail.log10(
        count.types(), count.greenTypes(), scheme.greenListSize(), scheme.vocabSize());
  }

  private static double log10E(UnigramScheme scheme, TypeCount count) {
    return GreenListEvalue.log10(
        scheme.vocabSize(),
        scheme.greenListSize(),
        List.of(new SeedCount(count.types(), count.greenTypes(), 1)));
  }

  private static long[] skewedText(Random random) {
    return random.doubles(TOKENS).mapToLong(u -> (long) (VOCABULARY * u * u * u)).toArray();
  }
}
