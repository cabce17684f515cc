package dev.stillmark.detection.watermark.edit;

import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.Set;

/**
 * Parameters of ITS-edit: a token costs how far its place in a permutation of the vocabulary lies
 * from a row's uniform number, both as shares in 32-bit floats.
 *
 * @param vocabSize V, 2..1000000
 * @param n rows of the random sequence, 1..10000
 * @param gamma γ, the cost of leaving out a token or a row, in [0, 1000]; under 0 all of a text can
 *     be left out for nothing, so that no text is ever found
 */
public record ItsEditScheme(int vocabSize, int n, double gamma) implements EditScheme {

  /** Seeds of null sequences are drawn below this. */
  private static final int NULL_SEEDS = 100_000;

  /** The default of MarkLLM's {@code key}, and the seed that MarkLLM draws under it. */
  private static final Set<Integer> PUBLISHED = Set.of(42, (int) 3_421_126_067L);

  public ItsEditScheme {
    EditParameters.requireScheme(vocabSize, n, gamma);
  }

  /** A scheme with the reference's defaults: n = 256, γ = 1. */
  public static ItsEditScheme withDefaults(int vocabSize) {
    return new ItsEditScheme(vocabSize, 256, 1);
  }

  @Override
  public String label() {
    return "its-edit/kuditipudi";
  }

  @Override
  public String parameters() {
    return "vocabSize=%d n=%d gamma=%s".formatted(vocabSize, n, gamma);
  }

  /** The reference prints the share of nulls, without the 1 that would make it a p-value. */
  @Override
  public EditResult detect(WatermarkKey key, long[] ids, int nullRuns, long nullSeed) {
    double statistic = statistic(key, ids);
    double[] nulls = nullStatistics(ids, nullRuns, nullSeed);
    int atMost = EditResult.countAtMost(statistic, nulls);
    return new EditResult(statistic, nullRuns, atMost, (double) atMost / nullRuns);
  }

  /** Against the key's permutation and sequence. */
  double statistic(WatermarkKey key, long[] ids) {
    TokenTypes types = TokenTypes.of(ids, vocabSize);
    return align(new Alignment(types, n, gamma), types.ids(), key.value().intValue());
  }

  /**
   * Against other permutations and sequences. Before each of them the tokens themselves are
   * permuted once more.
   */
  double[] nullStatistics(long[] ids, int nullRuns, long nullSeed) {
    EditParameters.requireRuns(nullRuns, nullSeed);
    TorchGenerator random = TorchGenerator.seededWith((int) nullSeed);
    TokenTypes types = TokenTypes.of(ids, vocabSize);
    Alignment alignment = new Alignment(types, n, gamma);
    int[] renamed = types.ids();
    double[] nulls = new double[nullRuns];
    for (int run = 0; run < nullRuns; run++) {
      renamed = places(random, renamed);
      int seed = Integer.remainderUnsigned(random.nextInt(), NULL_SEEDS);
      nulls[run] = align(alignment, renamed, seed);
    }
    return nulls;
  }

  /** One generator draws the permutation and then the rows. */
  private double align(Alignment alignment, int[] typeIds, int seed) {
    TorchGenerator generator = TorchGenerator.seededWith(seed);
    int[] places = places(generator, typeIds);
    for (int row = 0; row < n; row++) {
      float uniform = generator.nextFloatBits() * 0x1p-24f;
      for (int type = 0; type < places.length; type++) {
        float distance = places[type] / (float) vocabSize - uniform;
        alignment.setCost(type, row, (float) Math.sqrt(distance * distance));
      }
    }
    return alignment.least();
  }

  /** Where the generator's next permutation puts each of some ids. */
  private int[] places(TorchGenerator generator, int[] ids) {
    int[] order = generator.permutation(vocabSize);
    int[] placeOf = new int[vocabSize];
    for (int place = 0; place < vocabSize; place++) {
      placeOf[order[place]] = place;
    }
    int[] places = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      places[i] = placeOf[ids[i]];
    }
    return places;
  }

  /** Torch looks at the low 32 bits only. */
  @Override
  public boolean isPublished(WatermarkKey key) {
    return PUBLISHED.contains(key.value().intValue());
  }

  @Override
  public void requireKnownAnswers() {
    EditSelfTest.requireIts();
  }
}
