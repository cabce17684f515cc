package dev.stillmark.detection.watermark;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.TokenSequence;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.text.Tokenizer;

/**
 * Scores every output for one watermark key and its decoys.
 *
 * <p>The unit of evidence is the distinct (seed, item) pair. Seeds and pairs leave this class only
 * as keyed hashes: plain ones would let anyone search the effective keys offline.
 */
public final class WatermarkDetector implements Detector {

  private static final String VERSION = "stillmark watermark detector 2";

  private final WatermarkScheme scheme;
  private final Tokenizer tokenizer;
  private final ItemScorer scorer;
  private final Descriptor.Watermark descriptor;

  private WatermarkDetector(
      WatermarkScheme scheme,
      Tokenizer tokenizer,
      ItemScorer scorer,
      Descriptor.Watermark descriptor) {
    this.scheme = scheme;
    this.tokenizer = tokenizer;
    this.scorer = scorer;
    this.descriptor = descriptor;
  }

  /**
   * A detector for one key, after the scheme has passed its known-answer test.
   *
   * @param decoys M, 0..127
   * @param decoyFraction the share of outputs over which decoys with sets of their own are scored,
   *     in (0, 1]; at most 1/16 is used. Packed decoys always cover every output.
   * @param commitmentSalt makes the key commitment unsearchable; empty for none
   */
  public static WatermarkDetector of(
      Teacher teacher,
      WatermarkScheme scheme,
      WatermarkKey key,
      Tokenizer tokenizer,
      int decoys,
      double decoyFraction,
      byte[] commitmentSalt) {
    scheme.requireKnownAnswers();
    KeyRing ring = KeyRing.draw(scheme, key, decoys, decoyFraction);
    String commitment = KeyCommitment.of(scheme, key, commitmentSalt);
    String id =
        prefix(scheme)
            + new FieldDigest(VERSION)
                .add(teacher.name())
                .add(commitment)
                .add(tokenizer.name())
                .add(ring.plan().toString())
                .hex()
                .substring(0, 16);
    Descriptor.Watermark descriptor =
        new Descriptor.Watermark(
            id,
            teacher,
            scheme.label(),
            scheme.law(),
            scheme.contextWidth(),
            tokenizer.name(),
            commitment.substring(0, 12),
            commitment,
            scheme.isPublished(key),
            ring.plan());
    ItemScorer scorer = ItemScorer.of(ring, new KeyDerivation(scheme, key).itemHash());
    return new WatermarkDetector(scheme, tokenizer, scorer, descriptor);
  }

  private static String prefix(WatermarkScheme scheme) {
    return scheme.label().substring(0, scheme.label().indexOf('/') + 1).replace('/', '-');
  }

  @Override
  public Descriptor.Watermark descriptor() {
    return descriptor;
  }

  @Override
  public Signal detect(ObservedOutput output, Tokenizations tokenizations) {
    TokenSequence sequence = tokenizations.with(tokenizer);
    ScorablePositions scorable = ScorablePositions.of(scheme, sequence);
    boolean retokenised = sequence.origin() == TokenSequence.Origin.RETOKENISED;
    int order = output.id().order();
    return new Signal(
        descriptor,
        scorer.items(scorable, order),
        scorer.decoys(scorable, order),
        scorable.coverage(retokenised).asItem(output.id()));
  }

  @Override
  public String toString() {
    return "WatermarkDetector[" + descriptor.id() + "]";
  }
}
