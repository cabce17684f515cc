package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.function.LongSupplier;

/**
 * Parameters of the Gumbel watermark of Aaronson (2022) as three_bricks implements it ({@code
 * OpenaiGenerator}, {@code OpenaiDetector}, {@code OpenaiDetectorZ}), without its key.
 *
 * <p>Seeding 'hash' with salt 35317 only: under the other seedings the reference's detector fails
 * and its generator draws from a table that nobody seeded.
 *
 * @param vocabularySize V, at least 2
 * @param ngram k, the tokens before the drawn one that seed it, at least 1
 * @param payload b, within 0..payloadMax: token v owns draw (v + b) mod V
 * @param payloadMax the largest payload that the reference's detector tries, below V
 * @param scoringMethod affects only the figures of the reference implementation
 * @param tail affects only the figures of the reference implementation
 */
public record OpenaiScheme(
    int vocabularySize,
    int ngram,
    int payload,
    int payloadMax,
    ScoringMethod scoringMethod,
    Tail tail)
    implements Embeddable {

  private static final NullLaw LAW = new NullLaw.Uniform(DrawScale.TORCH_FLOAT);

  public OpenaiScheme {
    Parameters.require(vocabularySize, ngram, payload, payloadMax);
  }

  /** A scheme without payload, scored as the radioactivity test does: v2. */
  public static OpenaiScheme withDefaults(int vocabularySize, int ngram) {
    return new OpenaiScheme(vocabularySize, ngram, 0, 0, ScoringMethod.V2, Tail.EXACT);
  }

  @Override
  public String label() {
    return "gumbel/three-bricks/" + tail.variant("openai");
  }

  @Override
  public String parameters() {
    return "vocabSize=%d ngram=%d payload=%d payloadMax=%d scoringMethod=%s"
        .formatted(vocabularySize, ngram, payload, payloadMax, scoringMethod.parameter());
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
  public OpenaiDraws with(WatermarkKey key) {
    return new OpenaiDraws(this, key);
  }

  @Override
  public Embedder embedder(WatermarkKey key) {
    return new OpenaiEmbedder(with(key));
  }

  /** Uniform over [0, 2^63). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() & Long.MAX_VALUE);
  }

  @Override
  public Object effectiveKey(WatermarkKey key) {
    return Parameters.effectiveKey(key);
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return Parameters.isPublished(key);
  }

  @Override
  public void requireKnownAnswers() {
    ThreeBricksSelfTest.requireDraws();
  }
}
