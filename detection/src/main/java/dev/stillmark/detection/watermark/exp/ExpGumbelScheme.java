package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.function.LongSupplier;

/**
 * Parameters of MarkLLM's EXPGumbel, without its seed, which is the key.
 *
 * <p>Its draws stand in one table of prefixLength · V rows, one for each sum of the last tokens, by
 * V. The reference keeps all of it (20 GB for the vocabulary of GPT-2), so only small vocabularies
 * are in use; ours is bounded.
 *
 * @param vocabularySize V, at least 2
 * @param prefixLength the tokens before the drawn one whose sum is its row; prefixLength · V² is
 *     within 2^21
 */
public record ExpGumbelScheme(int vocabularySize, int prefixLength) implements WatermarkScheme {

  private static final NullLaw LAW = new NullLaw.Uniform(DrawScale.TORCH_FLOAT);
  private static final long MOST_DRAWS = 1 << 21;
  private static final int DEFAULT_SEED = 42;

  public ExpGumbelScheme {
    if (vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
    if (prefixLength < 1) {
      throw new IllegalArgumentException("prefixLength must be at least 1 but is " + prefixLength);
    }
    if ((long) vocabularySize * vocabularySize > MOST_DRAWS / prefixLength) {
      throw new IllegalArgumentException(
          "vocabSize must leave prefixLength * vocabSize^2 within %d but is %d"
              .formatted(MOST_DRAWS, vocabularySize));
    }
  }

  @Override
  public String label() {
    return "gumbel/markllm/exp-gumbel";
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

  @Override
  public KeyedScheme with(WatermarkKey key) {
    return new ExpGumbelTable(this, key);
  }

  /** Uniform over torch's 2^32 streams. */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() >>> Integer.SIZE);
  }

  @Override
  public Object effectiveKey(WatermarkKey key) {
    return key.value().intValue();
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return key.value().intValue() == DEFAULT_SEED;
  }

  @Override
  public void requireKnownAnswers() {
    ExpSelfTest.requireExpGumbel();
  }
}
