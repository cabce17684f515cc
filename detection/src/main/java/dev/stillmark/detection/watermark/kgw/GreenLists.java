package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PositionScorer;
import dev.stillmark.detection.watermark.ReferenceFigures;
import dev.stillmark.detection.watermark.SeededGreens;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.BitSet;

/**
 * The green lists of one scheme under one key, as transformers draws them on the CPU.
 *
 * <p>Ids outside [0, V) are never green, and as context they seed a list like any other id.
 * Immutable and safe for use by many threads. Source: Kirchenbauer et al. (2023), in the dialect of
 * Hugging Face transformers' {@code WatermarkLogitsProcessor}.
 */
public final class GreenLists implements KeyedScheme {

  private final KgwScheme scheme;
  private final SeedRule seeds;

  public GreenLists(KgwScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.seeds = SeedRule.of(scheme, key);
  }

  @Override
  public KgwScheme scheme() {
    return scheme;
  }

  @Override
  public PositionScorer scorer() {
    return new GreenScorer(this);
  }

  @Override
  public ReferenceFigures reference(long[] ids, long[] promptIds) {
    KgwReference reference = KgwReference.ofStripped(scheme, this, ids);
    return new ReferenceFigures(
        reference.n(),
        (long) reference.greenTokens(),
        null,
        reference.z(),
        reference.p(),
        reference.prediction());
  }

  /** contextWidth under lefthash, one less under selfhash, whose window holds the candidate. */
  @Override
  public int firstPosition() {
    return seeds.firstPosition();
  }

  /** The generator seed that decides about {@code tokens[position]}: 32 effective bits. */
  public int seedAt(long[] tokens, int position) {
    requireWindow(tokens, position);
    return seeds.at(tokens, position);
  }

  /** Whether {@code tokens[position]} is green. */
  public boolean isGreenAt(long[] tokens, int position) {
    return isGreen(
        seedAt(tokens, position),
        tokens[position],
        scheme.vocabularySize(),
        scheme.greenListSize());
  }

  /** As {@link #isGreenAt(long[], int)}, for many calls with one scratch: no allocation. */
  boolean isGreenAt(long[] tokens, int position, HeadMemberships scratch) {
    return scheme.holds(tokens[position])
        && scratch.contains(seedAt(tokens, position), (int) tokens[position]);
  }

  /** Lefthash only: the seed of the green list after {@code previousToken}. */
  public int seedAfter(long previousToken) {
    return switch (seeds) {
      case LefthashSeeds lefthash -> lefthash.after(previousToken);
      case SelfhashSeeds selfhash ->
          throw new IllegalStateException(
              "one green list after a token needs seedingScheme lefthash but it is selfhash");
    };
  }

  /** Lefthash only: the green ids after {@code previousToken}, as a generator would boost them. */
  public BitSet after(long previousToken) {
    return greenList(seedAfter(previousToken), scheme.vocabularySize(), scheme.greenListSize());
  }

  /** Lefthash only: the green ids of a generator, the lists drawn lately kept. */
  SeededGreens seededGreens() {
    return new SeededGreens(
        firstPosition(),
        (ids, position) -> seedAfter(ids[position - 1]),
        seed -> greenList(seed, scheme.vocabularySize(), scheme.greenListSize()));
  }

  /** Whether {@code token} is among the {@code greenListSize} green ones of V under this seed. */
  public static boolean isGreen(int seed, long token, int vocabularySize, int greenListSize) {
    return token >= 0
        && token < vocabularySize
        && TorchGenerator.seededWith(seed).isInHead((int) token, greenListSize, vocabularySize);
  }

  /** All green ids under this seed. */
  public static BitSet greenList(int seed, int vocabularySize, int greenListSize) {
    int[] order =
        TorchGenerator.seededWith(seed).permutationWithHead(greenListSize, vocabularySize);
    BitSet green = new BitSet(vocabularySize);
    for (int i = 0; i < greenListSize; i++) {
      green.set(order[i]);
    }
    return green;
  }

  private void requireWindow(long[] tokens, int position) {
    if (position < firstPosition() || position >= tokens.length) {
      throw new IllegalArgumentException(
          "position must be within %d..%d but is %d"
              .formatted(firstPosition(), tokens.length - 1, position));
    }
  }
}
