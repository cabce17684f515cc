package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.function.LongSupplier;

/**
 * Parameters of the green-list watermark of Kirchenbauer et al. (2023) as three_bricks implements
 * it ({@code MarylandDetector}, {@code MarylandDetectorZ}), without its key.
 *
 * <p>Seeding 'hash' with salt 35317 only, as in {@link OpenaiScheme}.
 *
 * @param vocabularySize V, at least 2
 * @param ngram k, the tokens before the scored one that seed its list, at least 1
 * @param gamma γ as configured, in (0, 1); the green list holds {@code (int) (γ V)} ids
 * @param payload b, within 0..payloadMax: token v is green where (v + b) mod V is in the list
 * @param payloadMax the largest payload that the reference's detector tries, below V
 * @param scoringMethod affects only the figures of the reference implementation
 * @param tail affects only the figures of the reference implementation
 */
public record MarylandScheme(
    int vocabularySize,
    int ngram,
    double gamma,
    int payload,
    int payloadMax,
    ScoringMethod scoringMethod,
    Tail tail)
    implements WatermarkScheme {

  public MarylandScheme {
    Parameters.require(vocabularySize, ngram, payload, payloadMax);
    if (!(gamma > 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma must be within (0, 1) but is " + gamma);
    }
    int green = (int) (gamma * vocabularySize);
    if (green < 1 || green >= vocabularySize) {
      throw new IllegalArgumentException("gamma must leave 1..V-1 green ids but leaves " + green);
    }
  }

  public int greenListSize() {
    return (int) (gamma * vocabularySize);
  }

  @Override
  public String label() {
    return "kgw/three-bricks/" + tail.variant("maryland");
  }

  @Override
  public String parameters() {
    return "vocabSize=%d ngram=%d gamma=%s payload=%d payloadMax=%d scoringMethod=%s"
        .formatted(vocabularySize, ngram, gamma, payload, payloadMax, scoringMethod.parameter());
  }

  @Override
  public NullLaw law() {
    return new NullLaw.GreenList(vocabularySize, greenListSize());
  }

  @Override
  public int contextWidth() {
    return ngram;
  }

  @Override
  public MarylandLists with(WatermarkKey key) {
    return new MarylandLists(this, key);
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
    ThreeBricksSelfTest.requireList();
  }
}
