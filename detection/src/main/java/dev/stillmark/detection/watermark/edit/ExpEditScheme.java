package dev.stillmark.detection.watermark.edit;

import dev.stillmark.detection.random.NumpyRandomState;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;

/**
 * Parameters of EXP-edit: a token costs ln(1 - ξ) by its own column of n rows of uniform numbers.
 *
 * @param vocabSize V, 2..1000000
 * @param n rows of the random sequence, 1..10000
 * @param gamma γ, the cost of leaving out a token or a row, in [0, 1000]
 */
public record ExpEditScheme(int vocabSize, int n, double gamma) implements EditScheme {

  /** The default of the reference's {@code --key} and of MarkLLM's {@code key}. */
  private static final BigInteger PUBLISHED = BigInteger.valueOf(42);

  public ExpEditScheme {
    EditParameters.requireScheme(vocabSize, n, gamma);
  }

  /** A scheme with the reference's defaults: n = 256, γ = 0. */
  public static ExpEditScheme withDefaults(int vocabSize) {
    return new ExpEditScheme(vocabSize, 256, 0);
  }

  @Override
  public String label() {
    return "exp-edit/kuditipudi";
  }

  @Override
  public String parameters() {
    return "vocabSize=%d n=%d gamma=%s".formatted(vocabSize, n, gamma);
  }

  @Override
  public EditResult detect(WatermarkKey key, long[] ids, int nullRuns, long nullSeed) {
    double statistic = statistic(key, ids);
    double[] nulls = nullStatistics(ids, nullRuns, nullSeed);
    int atMost = EditResult.countAtMost(statistic, nulls);
    return new EditResult(statistic, nullRuns, atMost, (atMost + 1.0) / (nullRuns + 1.0));
  }

  /** Against the key's sequence: 32-bit draws of MT19937, row by row. */
  double statistic(WatermarkKey key, long[] ids) {
    TorchGenerator generator = TorchGenerator.seededWith(seed(key));
    TokenTypes types = TokenTypes.of(ids, vocabSize);
    Alignment alignment = new Alignment(types, n, gamma);
    for (int row = 0; row < n; row++) {
      int column = 0;
      for (int type = 0; type < types.count(); type++) {
        generator.skip(types.ids()[type] - column);
        float uniform = (float) (Integer.toUnsignedLong(generator.nextInt()) * 0x1p-32);
        alignment.setCost(type, row, cost(uniform));
        column = types.ids()[type] + 1;
      }
      generator.skip(vocabSize - column);
    }
    return alignment.least();
  }

  /** Against one sequence after another of NumPy's {@code rand}. */
  double[] nullStatistics(long[] ids, int nullRuns, long nullSeed) {
    EditParameters.requireRuns(nullRuns, nullSeed);
    NumpyRandomState random = NumpyRandomState.seededWith((int) nullSeed);
    TokenTypes types = TokenTypes.of(ids, vocabSize);
    Alignment alignment = new Alignment(types, n, gamma);
    double[] nulls = new double[nullRuns];
    for (int run = 0; run < nullRuns; run++) {
      for (int row = 0; row < n; row++) {
        drawRow(random, types, alignment, row);
      }
      nulls[run] = alignment.least();
    }
    return nulls;
  }

  private void drawRow(NumpyRandomState random, TokenTypes types, Alignment alignment, int row) {
    int column = 0;
    for (int type = 0; type < types.count(); type++) {
      random.skip(types.ids()[type] - column);
      alignment.setCost(type, row, cost((float) random.nextDouble()));
      column = types.ids()[type] + 1;
    }
    random.skip(vocabSize - column);
  }

  /** -∞ where the uniform number was rounded to 1, as in the reference. */
  private static float cost(float uniform) {
    return (float) StrictMath.log(1 - (double) uniform);
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return key.value().equals(PUBLISHED);
  }

  @Override
  public void requireKnownAnswers() {
    EditSelfTest.requireExp();
  }

  private static int seed(WatermarkKey key) {
    BigInteger value = key.value();
    if (value.signum() < 0 || value.bitLength() > Integer.SIZE) {
      throw new IllegalArgumentException(
          "key must be within [0, 2^32-1] but has %d bits".formatted(value.bitLength()));
    }
    return value.intValue();
  }
}
