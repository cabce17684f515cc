package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Parameters of the Gumbel watermark (Aaronson 2022) as the inference server SGLang 0.5.22 and
 * 0.5.23 implements it, without its keys.
 *
 * <p>A key is one integer, or keys A and B, each within 0..2^64-1. SGLang folds each into 32 bits
 * before anything else: no p-value below 2^-32 is a statement about the choice of the key alone.
 *
 * @param mixingProbability the probability with which a context falls to key A, in (0, 1); 1 for
 *     {@link Variant#GUMBEL}, which has one key
 * @param contextWindow tokens of prompt and output that a draw depends on, 1..64
 * @param maxContexts affects only the figures of the reference implementation, 1..4096
 */
public record SglangScheme(
    Variant variant, double mixingProbability, int contextWindow, int maxContexts)
    implements Embeddable {

  public static final double DEFAULT_MIXING_PROBABILITY = 0.5;
  public static final int DEFAULT_CONTEXT_WINDOW = 4;
  public static final int MOST_CONTEXTS = 4096;

  private static final int WIDEST_WINDOW = 64;

  /** One key, or two of which a keyed coin picks one for every context. */
  public enum Variant {
    GUMBEL("gumbel", 1),
    DUAL_KEY("dual-key", 2);

    private final String label;
    private final int keys;

    Variant(String label, int keys) {
      this.label = label;
      this.keys = keys;
    }
  }

  public SglangScheme {
    requireMixing(variant, mixingProbability);
    requireWithin("contextWindow", WIDEST_WINDOW, contextWindow);
    requireWithin("maxContexts", MOST_CONTEXTS, maxContexts);
  }

  private static void requireMixing(Variant variant, double probability) {
    if (variant == Variant.GUMBEL && probability != 1) {
      throw new IllegalArgumentException(
          "mixingProbability must be 1 for the variant gumbel, which has one key, but is "
              + probability);
    }
    if (variant == Variant.DUAL_KEY && !(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "mixingProbability must be within (0, 1) but is " + probability);
    }
  }

  private static void requireWithin(String name, int most, int value) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be within 1..%d but is %d".formatted(name, most, value));
    }
  }

  /** One key, with the reference's defaults. */
  public static SglangScheme gumbel() {
    return new SglangScheme(Variant.GUMBEL, 1, DEFAULT_CONTEXT_WINDOW, MOST_CONTEXTS);
  }

  /** Two keys, with the reference's defaults. */
  public static SglangScheme dualKey() {
    return new SglangScheme(
        Variant.DUAL_KEY, DEFAULT_MIXING_PROBABILITY, DEFAULT_CONTEXT_WINDOW, MOST_CONTEXTS);
  }

  @Override
  public String label() {
    return "gumbel/sglang/" + variant.label;
  }

  @Override
  public String parameters() {
    return "mixingProbability=%s contextWindow=%d maxContexts=%d"
        .formatted(mixingProbability, contextWindow, maxContexts);
  }

  @Override
  public NullLaw law() {
    return new NullLaw.Uniform(DrawScale.SGLANG_WORD);
  }

  @Override
  public int contextWidth() {
    return contextWindow;
  }

  @Override
  public SglangDraws with(WatermarkKey key) {
    return new SglangDraws(this, choice(key));
  }

  private KeyChoice choice(WatermarkKey key) {
    List<BigInteger> keys = key.words();
    if (keys.size() != variant.keys) {
      throw new IllegalArgumentException(
          "key must hold %d integers for the variant %s but holds %d"
              .formatted(variant.keys, variant.label, keys.size()));
    }
    if (keys.stream().anyMatch(word -> word.signum() < 0)) {
      throw new IllegalArgumentException("key must be within 0..2^64-1 but is negative");
    }
    return switch (variant) {
      case GUMBEL -> KeyChoice.one(keys.getFirst());
      case DUAL_KEY -> KeyChoice.two(keys, mixingProbability);
    };
  }

  /** The ids that the embedder is asked with are the prompt's and the generated ones. */
  @Override
  public Embedder embedder(WatermarkKey key) {
    return new SglangEmbedder(with(key));
  }

  /** Each integer uniform over [0, 2^64). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(
        Stream.generate(() -> new BigInteger(Long.toUnsignedString(random.getAsLong())))
            .limit(variant.keys)
            .toList());
  }

  /** The 32-bit states that draws and coin follow from: 2^32 keys share each. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return choice(key);
  }

  /** SGLang has no default key. */
  @Override
  public boolean isPublished(WatermarkKey key) {
    return false;
  }

  @Override
  public void requireKnownAnswers() {
    SglangSelfTest.require();
  }
}
