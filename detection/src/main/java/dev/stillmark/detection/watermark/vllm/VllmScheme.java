package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.function.LongSupplier;

/**
 * Parameters of the Gumbel watermark (Aaronson 2022) as the inference server vLLM 0.30 to 0.33
 * implements it, without its key.
 *
 * @param alpha the weight of key B in a dual-key sum and its share in generation, in [0, 1]; 0 for
 *     {@link Variant#GUMBEL}, which has one key
 * @param contextWidth generated tokens that a draw depends on, at least 1
 * @param deduplicateContexts affects only the figures of the reference implementation
 * @param pValueThreshold at or below it the reference calls a sequence watermarked, in (0, 1)
 */
public record VllmScheme(
    Variant variant,
    double alpha,
    int contextWidth,
    boolean deduplicateContexts,
    double pValueThreshold)
    implements Embeddable {

  public static final int DEFAULT_CONTEXT_WIDTH = 4;
  public static final double DEFAULT_P_VALUE_THRESHOLD = 0.01;

  /** One key, or two derived keys of which an unkeyed coin picks one for every token. */
  public enum Variant {
    GUMBEL("gumbel"),
    DUAL_KEY("dual-key");

    private final String label;

    Variant(String label) {
      this.label = label;
    }
  }

  public VllmScheme {
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be within [0, 1] but is " + alpha);
    }
    if (variant == Variant.GUMBEL && alpha != 0) {
      throw new IllegalArgumentException(
          "alpha must be 0 for the variant gumbel, which has one key, but is " + alpha);
    }
    if (contextWidth < 1) {
      throw new IllegalArgumentException("contextWidth must be at least 1 but is " + contextWidth);
    }
    if (!(pValueThreshold > 0 && pValueThreshold < 1)) {
      throw new IllegalArgumentException(
          "pValueThreshold must be within (0, 1) but is " + pValueThreshold);
    }
    alpha += 0.0;
  }

  /** One key, with the reference's defaults. */
  public static VllmScheme gumbel() {
    return new VllmScheme(
        Variant.GUMBEL, 0, DEFAULT_CONTEXT_WIDTH, true, DEFAULT_P_VALUE_THRESHOLD);
  }

  /** Two keys, with the reference's other defaults. */
  public static VllmScheme dualKey(double alpha) {
    return new VllmScheme(
        Variant.DUAL_KEY, alpha, DEFAULT_CONTEXT_WIDTH, true, DEFAULT_P_VALUE_THRESHOLD);
  }

  /**
   * The default alpha of the dual-key detector of a vLLM version: 0.2 in 0.30 and 0.31, 0.1 from
   * 0.32 on, which is what the generator of every version takes by default.
   *
   * @param vllmVersion such as {@code 0.32} or {@code 0.33.0}
   */
  public static double defaultAlpha(String vllmVersion) {
    return VllmVersion.parse(vllmVersion).defaultAlpha();
  }

  @Override
  public String label() {
    return "gumbel/vllm/" + variant.label;
  }

  @Override
  public String parameters() {
    return "alpha=%s contextWidth=%d deduplicateContexts=%b pValueThreshold=%s"
        .formatted(alpha, contextWidth, deduplicateContexts, pValueThreshold);
  }

  @Override
  public NullLaw law() {
    return switch (variant) {
      case GUMBEL -> new NullLaw.Uniform(DrawScale.VLLM_FLOAT);
      case DUAL_KEY -> new NullLaw.TwoUniforms(DrawScale.VLLM_FLOAT, alpha);
    };
  }

  @Override
  public VllmDraws with(WatermarkKey key) {
    return new VllmDraws(this, VllmKey.of(key));
  }

  /** The ids that the embedder is asked with are the generated ones, without the prompt. */
  @Override
  public Embedder embedder(WatermarkKey key) {
    return new VllmEmbedder(with(key));
  }

  /** Uniform over [0, 2^64). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(new BigInteger(Long.toUnsignedString(random.getAsLong())));
  }

  /** All 64 bits: no two keys are known to draw alike. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return VllmKey.of(key).bits();
  }

  /** vLLM has no default key. */
  @Override
  public boolean isPublished(WatermarkKey key) {
    return false;
  }

  @Override
  public void requireKnownAnswers() {
    VllmSelfTest.require();
  }
}
