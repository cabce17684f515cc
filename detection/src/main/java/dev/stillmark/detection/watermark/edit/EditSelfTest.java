package dev.stillmark.detection.watermark.edit;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * The known answers that must hold before any key is used.
 *
 * <p>For EXP-edit what the reference's {@code detect} gives for 40 times token 0 under key 42, with
 * 32 rows of 512, and under the first sequence of {@code numpy.random.seed(0)}. For ITS-edit the
 * numbers that torch 2.15 draws under seed 0.
 */
final class EditSelfTest {

  private static final double LEAST_UNDER_42 = -47.06511306762695;
  private static final double FIRST_NULL_UNDER_0 = -32.77728271484375;
  private static final double TORCH_RAND = 0.49625658988952637;
  private static final int[] TORCH_HEAD = {4, 1, 7, 5};

  private EditSelfTest() {}

  static void requireExp() {
    ExpEditScheme scheme = new ExpEditScheme(512, 32, 0);
    long[] ids = new long[40];
    require(scheme.statistic(WatermarkKey.of(42), ids), LEAST_UNDER_42);
    require(scheme.nullStatistics(ids, 1, 0)[0], FIRST_NULL_UNDER_0);
  }

  static void requireIts() {
    int[] order = TorchGenerator.seededWith(0).permutation(10);
    for (int place = 0; place < TORCH_HEAD.length; place++) {
      require(order[place], TORCH_HEAD[place]);
    }
    require(TorchGenerator.seededWith(0).nextFloatBits() * 0x1p-24, TORCH_RAND);
  }

  private static void require(double actual, double expected) {
    if (actual != expected) {
      throw new IllegalStateException(
          "the known-answer test of an edit distance gave %s instead of %s: refusing to use a key"
              .formatted(actual, expected));
    }
  }
}
