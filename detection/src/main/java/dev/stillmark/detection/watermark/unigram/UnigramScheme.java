package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PackedKeys;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Parameters of Unigram-Watermark without its key: one green list for all contexts.
 *
 * <p>Source: Zhao, Ananth, Li and Wang, "Provable robust watermarking for AI-generated text" (ICLR
 * 2024), as in XuandongZhao/Unigram-Watermark b96cdb4 and in MarkLLM 112fa74. Both draw the same
 * list and differ in the figures that they print.
 *
 * @param vocabSize V, the size that the generator was given, 2..1000000, so that no evidence set
 *     ever has to leave a token type out
 * @param fraction γ as configured, in (0, 1); the green list holds {@code (int) (fraction * V)} ids
 */
public record UnigramScheme(Dialect dialect, int vocabSize, double fraction) implements Embeddable {

  /** Both references' default δ. */
  public static final double DEFAULT_BIAS = 2;

  private static final int LARGEST_VOCABULARY = 1_000_000;

  /** The defaults of the repository's {@code watermark_key} and of MarkLLM's {@code hash_key}. */
  private static final Set<Long> PUBLISHED = Set.of(0L, 15_485_863L);

  /** Whose figures {@link KeyedScheme#reference} shows. */
  public enum Dialect {
    UNIGRAM_REPO,
    MARKLLM;

    /** As it stands in labels. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public UnigramScheme {
    if (vocabSize < 2 || vocabSize > LARGEST_VOCABULARY) {
      throw new IllegalArgumentException(
          "vocabSize must be within 2..%d but is %d".formatted(LARGEST_VOCABULARY, vocabSize));
    }
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException("fraction must be within (0, 1) but is " + fraction);
    }
    int green = (int) (fraction * vocabSize);
    if (green < 1 || green >= vocabSize) {
      throw new IllegalArgumentException(
          "vocabSize * fraction must leave 1..V-1 green ids but leaves " + green);
    }
  }

  /** A scheme with the references' default fraction of one half. */
  public static UnigramScheme withDefaults(Dialect dialect, int vocabSize) {
    return new UnigramScheme(dialect, vocabSize, 0.5);
  }

  /** |G| = (int) (γ V), the double product truncated. */
  public int greenListSize() {
    return (int) (fraction * vocabSize);
  }

  @Override
  public String label() {
    return "unigram/" + dialect.label();
  }

  @Override
  public String parameters() {
    return "vocabSize=%d fraction=%s".formatted(vocabSize, fraction);
  }

  @Override
  public NullLaw law() {
    return new NullLaw.FixedList(vocabSize, greenListSize());
  }

  @Override
  public int contextWidth() {
    return 0;
  }

  @Override
  public UnigramList with(WatermarkKey key) {
    return new UnigramList(this, UnigramMask.of(vocabSize, greenListSize(), number(key)));
  }

  @Override
  public Optional<PackedKeys> pack(List<KeyedScheme> keys) {
    return Optional.of(
        new UnigramKeys(keys.stream().map(key -> ((UnigramList) key).mask()).toList()));
  }

  @Override
  public Embedder embedder(WatermarkKey key) {
    return embedder(key, DEFAULT_BIAS);
  }

  /**
   * Marks text under this key.
   *
   * @param bias δ, what a green token's logit gains, in (0, 100]
   */
  public Embedder embedder(WatermarkKey key, double bias) {
    return new UnigramEmbedder(with(key).mask(), vocabSize, bias);
  }

  /** Uniform over all 64-bit integers. */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong());
  }

  /** The generator's seed: 32 bits of a hash. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return UnigramMask.seed(number(key));
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return PUBLISHED.contains(number(key));
  }

  @Override
  public void requireKnownAnswers() {
    UnigramSelfTest.require();
  }

  /** NumPy's int64 holds the key in both references. */
  private static long number(WatermarkKey key) {
    BigInteger value = key.value();
    if (value.bitLength() > 63) {
      throw new IllegalArgumentException(
          "key must be within [-2^63, 2^63-1] but has %d bits".formatted(value.bitLength()));
    }
    return value.longValue();
  }
}
