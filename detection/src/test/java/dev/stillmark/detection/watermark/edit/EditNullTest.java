package dev.stillmark.detection.watermark.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short repetitive texts that no key made: no more false alarms than promised. */
class EditNullTest {

  private static final int TESTS = 600;

  static Stream<EditScheme> schemes() {
    return Stream.of(
        new ExpEditScheme(64, 8, 0), new ExpEditScheme(64, 8, 0.5), new ItsEditScheme(64, 8, 1));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void false_alarms_stay_within_their_rate(EditScheme scheme) {
    Random random = new Random(20_261_127);
    int below = 0;
    for (int test = 0; test < TESTS; test++) {
      long[] text = random.longs(15, 0, 12).toArray();
      WatermarkKey key = WatermarkKey.of(random.nextLong(1L << 32));
      below += scheme.detect(key, text, 39, random.nextLong(1L << 32)).p() <= 0.05 ? 1 : 0;
    }

    // Three standard errors above the nominal rate.
    assertThat(below / (double) TESTS)
        .as("of %d texts, seed 20261127", TESTS)
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(.05 * .95 / TESTS));
  }
}
