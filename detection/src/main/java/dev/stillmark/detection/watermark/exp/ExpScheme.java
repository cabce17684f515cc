package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.util.function.LongSupplier;

/**
 * Parameters of the Gumbel watermark of Aaronson (2022) as MarkLLM's EXP implements it, without its
 * key.
 *
 * <p>A seed is key · (product of the last tokens mod V), so there are at most V of them, and one
 * token 0 in the window makes the seed 0 under every key: such draws are no evidence.
 *
 * @param vocabularySize V, at least 2
 * @param prefixLength the tokens before the drawn one that seed it, at least 1
 */
public record ExpScheme(int vocabularySize, int prefixLength) implements WatermarkScheme {

  private static final NullLaw LAW = new NullLaw.Uniform(DrawScale.TORCH_FLOAT);

  /** The default {@code hash_key}; under a multiple of 2^32 every seed is 0. */
  private static final int DEFAULT_KEY = 15_485_863;

  private static final BigInteger SEEDS_END = BigInteger.ONE.shiftLeft(64);
  private static final BigInteger LEAST_SEED = BigInteger.ONE.shiftLeft(63).negate();

  public ExpScheme {
    if (vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
    if (prefixLength < 1) {
      throw new IllegalArgumentException("prefixLength must be at least 1 but is " + prefixLength);
    }
  }

  @Override
  public String label() {
    return "gumbel/markllm/exp";
  }

  @Override
  public String parameters() {
    return "vocabSize=%d prefixLength=%d".formatted(vocabularySize, prefixLength);
  }

  @Override
  public NullLaw law() {
    return LAW;
  }

  @Override
  public int contextWidth() {
    return prefixLength;
  }

  /**
   * @throws IllegalArgumentException where some seed of the key is none for torch
   */
  @Override
  public KeyedScheme with(WatermarkKey key) {
    BigInteger extreme = key.value().multiply(BigInteger.valueOf(vocabularySize - 1L));
    if (extreme.compareTo(LEAST_SEED) < 0 || extreme.compareTo(SEEDS_END) >= 0) {
      throw new IllegalArgumentException(
          "key must leave key * (vocabSize - 1) within [-2^63, 2^64-1] but makes %d bits of it"
              .formatted(extreme.bitLength()));
    }
    return new ExpDraws(this, key);
  }

  /** Uniform over the 2^32 keys that differ. */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() >>> Integer.SIZE);
  }

  /** The low 32 bits, as a product is not reduced before torch takes its own. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return key.value().intValue();
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    int effective = key.value().intValue();
    return effective == DEFAULT_KEY || effective == 0;
  }

  @Override
  public void requireKnownAnswers() {
    ExpSelfTest.requireExp();
  }
}
