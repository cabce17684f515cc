package dev.stillmark.detection.watermark.textseal;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.util.function.LongSupplier;

/**
 * Parameters of one of TextSeal's watermarks, without its key.
 *
 * <p>The hash has 8,191 levels only, so laws are stated over levels: a green bit has probability
 * ⌈8191 γ⌉ / 8191, not γ, and the exponential score of a level lies stochastically below a true
 * exponential one, so that the Gamma tail of a sum of them is conservative. Source:
 * facebookresearch/textseal.
 *
 * @param method what is made of the hash
 * @param ngram k, the tokens before the scored one that are hashed with it, within 1..10
 * @param gamma γ, in (0, 1); Gumbel does not look at it
 * @param depth SynthID's layers, within 1..56; the other methods do not look at it
 * @param scoringMethod affects only the figures of the reference implementation
 */
public record TextsealScheme(
    Method method, int ngram, double gamma, int depth, ScoringMethod scoringMethod)
    implements WatermarkScheme {

  private static final int MOST_LAYERS = 56;

  /** The default of TextSeal's {@code secret_key}, and the second key that it derives from it. */
  private static final BigInteger DEFAULT_KEY = BigInteger.valueOf(42);

  private static final BigInteger DEFAULT_SECOND_KEY = BigInteger.valueOf(42 + 12_345);

  public TextsealScheme {
    if (ngram < 1 || ngram > LevelHash.WIDEST_WINDOW) {
      throw new IllegalArgumentException(
          "ngram must be within 1..%d but is %d".formatted(LevelHash.WIDEST_WINDOW, ngram));
    }
    if (!(gamma > 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma must be within (0, 1) but is " + gamma);
    }
    int below = LevelHash.levelsBelow(gamma);
    if (below < 1 || below >= LevelHash.LEVELS) {
      throw new IllegalArgumentException(
          "gamma must leave 1..%d green levels but leaves %d"
              .formatted(LevelHash.LEVELS - 1, below));
    }
    if (depth < 1 || depth > MOST_LAYERS) {
      throw new IllegalArgumentException(
          "depth must be within 1..%d but is %d".formatted(MOST_LAYERS, depth));
    }
  }

  /** A scheme with the reference's defaults: γ = 1/2, 30 layers, v2. */
  public static TextsealScheme withDefaults(Method method, int ngram) {
    return new TextsealScheme(method, ngram, 0.5, 30, ScoringMethod.V2);
  }

  @Override
  public String label() {
    return "textseal/" + method.parameter();
  }

  @Override
  public String parameters() {
    return "ngram=%d gamma=%s depth=%d scoringMethod=%s"
        .formatted(ngram, gamma, depth, scoringMethod.parameter());
  }

  @Override
  public NullLaw law() {
    int green = LevelHash.levelsBelow(gamma);
    return switch (method) {
      case GREENLIST, DIPMARK -> new NullLaw.Coin(green, LevelHash.LEVELS);
      case GUMBELMAX -> new NullLaw.Uniform(DrawScale.TEXTSEAL_LEVEL);
      case SYNTHID, SYNTHID_WEIGHTED -> new NullLaw.Bits(depth, green, LevelHash.LEVELS);
    };
  }

  @Override
  public int contextWidth() {
    return ngram;
  }

  @Override
  public KeyedScheme with(WatermarkKey key) {
    return new TextsealLevels(this, key);
  }

  /** Uniform over [0, 2^63). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() & Long.MAX_VALUE);
  }

  /** The key modulo 2^64: torch's integers wrap. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return key.value().longValue();
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return key.value().equals(DEFAULT_KEY) || key.value().equals(DEFAULT_SECOND_KEY);
  }

  @Override
  public void requireKnownAnswers() {
    TextsealSelfTest.require();
  }
}
