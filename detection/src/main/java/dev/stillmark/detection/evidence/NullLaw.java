package dev.stillmark.detection.evidence;

/**
 * The law of a watermark's scores where the text knows nothing of the key: how an item's integer
 * score is read, and which exact tail its statistic has.
 */
public sealed interface NullLaw {

  /** The mean of one unit's share of the statistic. */
  default double mean() {
    return switch (this) {
      case GreenList green -> (double) green.greenListSize() / green.vocabularySize();
      case FixedList fixed -> (double) fixed.greenListSize() / fixed.vocabularySize();
      case Coin coin -> (double) coin.ones() / coin.levels();
      case Uniform _, TwoUniforms _ -> 1;
      case Bits bits -> bits.depth() * bits.share();
    };
  }

  /** Whether the statistic is a whole number. */
  default boolean counts() {
    return switch (this) {
      case GreenList _, FixedList _, Coin _, Bits _ -> true;
      case Uniform _, TwoUniforms _ -> false;
    };
  }

  /**
   * A green bit per (seed, token). Tokens of one seed are drawn without replacement: |G| of V ids
   * are green.
   */
  record GreenList(int vocabularySize, int greenListSize) implements NullLaw {

    public GreenList {
      requireGreenList(vocabularySize, greenListSize);
    }
  }

  /**
   * A green bit per token under one list for all contexts (Unigram); the unit is the token type.
   */
  record FixedList(int vocabularySize, int greenListSize) implements NullLaw {

    public FixedList {
      requireGreenList(vocabularySize, greenListSize);
    }
  }

  /** Independent bits, each set with probability {@code ones / levels} exactly. */
  record Coin(int ones, int levels) implements NullLaw {

    public Coin {
      if (levels < 2 || ones < 1 || ones >= levels) {
        throw new IllegalArgumentException(
            "ones must be within 1..%d but is %d".formatted(levels - 1, ones));
      }
    }
  }

  /** One uniform draw per item (Gumbel); the statistic is the sum of its exponential scores. */
  record Uniform(DrawScale scale) implements NullLaw {}

  /**
   * Two independent uniform draws of at most 24 bits per item (dual-key Gumbel), key A's in the low
   * 24 bits of the score and key B's above them; the statistic is Σ (1-α) a + α b.
   *
   * @param alpha the weight of key B, in [0, 1]
   */
  record TwoUniforms(DrawScale scale, double alpha) implements NullLaw {

    private static final int DRAW_BITS = 24;

    public TwoUniforms {
      if (!(alpha >= 0 && alpha <= 1)) {
        throw new IllegalArgumentException("alpha must be within [0, 1] but is " + alpha);
      }
      if (scale.levels() > 1L << DRAW_BITS) {
        throw new IllegalArgumentException(
            "scale must have at most 2^24 levels but has " + scale.levels());
      }
    }

    public static long score(long first, long second) {
      return second << DRAW_BITS | first;
    }

    public static long first(long score) {
      return score & (1L << DRAW_BITS) - 1;
    }

    public static long second(long score) {
      return score >>> DRAW_BITS;
    }
  }

  /**
   * {@code depth} bits per item (SynthID's g-values, layer 0 lowest), each set with probability
   * {@code ones / levels}; the statistic is the number of set bits.
   */
  record Bits(int depth, int ones, int levels) implements NullLaw {

    public Bits {
      if (depth < 1 || depth > 56) {
        throw new IllegalArgumentException("depth must be within 1..56 but is " + depth);
      }
      if (levels < 2 || ones < 1 || ones >= levels) {
        throw new IllegalArgumentException(
            "ones must be within 1..%d but is %d".formatted(levels - 1, ones));
      }
    }

    /** The probability of each bit. */
    public double share() {
      return (double) ones / levels;
    }
  }

  private static void requireGreenList(int vocabularySize, int greenListSize) {
    if (greenListSize < 1 || greenListSize >= vocabularySize) {
      throw new IllegalArgumentException(
          "greenListSize must be within 1..%d but is %d"
              .formatted(vocabularySize - 1, greenListSize));
    }
  }
}
