package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.function.LongSupplier;

/**
 * Parameters of the permute-and-flip watermark of Zhao, Li and Wang (2024) as MarkLLM's PF
 * implements it with seeding 'hash' and salt 35317, without its seed, which is the key.
 *
 * <p>It scores -ln r, so that small draws mark. A score here is the draw's complement, 2^24 - 1 -
 * m, whose exponential score is that of the next larger draw: finite for r = 0, and never above the
 * reference's.
 *
 * @param vocabularySize V, at least 2
 * @param ngram the tokens before the drawn one that seed it, at least 1
 */
public record PfScheme(int vocabularySize, int ngram) implements WatermarkScheme {

  private static final NullLaw LAW = new NullLaw.Uniform(DrawScale.TORCH_FLOAT);

  public PfScheme {
    if (vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
    if (ngram < 1) {
      throw new IllegalArgumentException("ngram must be at least 1 but is " + ngram);
    }
  }

  @Override
  public String label() {
    return "gumbel/markllm/pf";
  }

  @Override
  public String parameters() {
    return "vocabSize=%d ngram=%d".formatted(vocabularySize, ngram);
  }

  @Override
  public NullLaw law() {
    return LAW;
  }

  @Override
  public int contextWidth() {
    return ngram;
  }

  @Override
  public KeyedScheme with(WatermarkKey key) {
    return new PfDraws(this, key);
  }

  /** Uniform over [0, 2^63). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() & Long.MAX_VALUE);
  }

  /** The key modulo 2^64 - 1, which is all that reaches a seed. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return SeedModulus.residue(key.value());
  }

  /** The default seed is 0. */
  @Override
  public boolean isPublished(WatermarkKey key) {
    return SeedModulus.residue(key.value()) == 0;
  }

  @Override
  public void requireKnownAnswers() {
    ExpSelfTest.requirePf();
  }
}
