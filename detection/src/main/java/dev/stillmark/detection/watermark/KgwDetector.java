package dev.stillmark.detection.watermark;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.text.Tokenizer;

/**
 * Scores every output for one green-list key and its decoys.
 *
 * <p>The unit of evidence is the distinct (seed, token) pair. Seeds and pairs leave this class only
 * as keyed hashes: plain ones would let anyone search the 2^32 effective keys offline.
 */
public final class KgwDetector implements Detector {

  private static final String VERSION = "stillmark kgw transformers detector 1";

  private final KgwScheme scheme;
  private final Tokenizer tokenizer;
  private final ItemScorer scorer;
  private final Descriptor.GreenList descriptor;

  private KgwDetector(
      KgwScheme scheme, Tokenizer tokenizer, ItemScorer scorer, Descriptor.GreenList descriptor) {
    this.scheme = scheme;
    this.tokenizer = tokenizer;
    this.scorer = scorer;
    this.descriptor = descriptor;
  }

  /**
   * A detector for one key, after the scheme has passed its known-answer test.
   *
   * @param decoys M, 0..127
   * @param decoyFraction the share of outputs over which decoys with sets of their own (selfhash)
   *     are scored, in (0, 1]; at most 1/16 is used. Lefthash decoys always cover every output.
   * @param commitmentSalt makes the key commitment unsearchable; empty for none
   */
  public static KgwDetector of(
      Teacher teacher,
      KgwScheme scheme,
      WatermarkKey key,
      Tokenizer tokenizer,
      int decoys,
      double decoyFraction,
      byte[] commitmentSalt) {
    KgwSelfTest.require(scheme.seeding());
    KeyRing ring = KeyRing.draw(scheme, key, decoys, decoyFraction);
    String commitment = KeyCommitment.of(scheme, key, commitmentSalt);
    String id =
        "kgw-"
            + new FieldDigest(VERSION)
                .add(teacher.name())
                .add(commitment)
                .add(tokenizer.name())
                .add(ring.plan().toString())
                .hex()
                .substring(0, 16);
    Descriptor.GreenList descriptor =
        new Descriptor.GreenList(
            id,
            teacher,
            scheme.label(),
            scheme.vocabularySize(),
            scheme.greenListSize(),
            scheme.contextWidth(),
            tokenizer.name(),
            commitment.substring(0, 12),
            commitment,
            PublishedKeys.contains(key),
            ring.plan());
    ItemScorer scorer = ItemScorer.of(scheme, ring, new KeyDerivation(key).itemHash());
    return new KgwDetector(scheme, tokenizer, scorer, descriptor);
  }

  @Override
  public Descriptor.GreenList descriptor() {
    return descriptor;
  }

  @Override
  public Signal detect(ObservedOutput output, Tokenizations tokenizations) {
    ScorablePositions scorable = ScorablePositions.of(scheme, tokenizations.with(tokenizer));
    int order = output.id().order();
    return new Signal(
        descriptor,
        scorer.items(scorable, order),
        scorer.decoys(scorable, order),
        scorable.coverage().asItem(output.id()));
  }

  @Override
  public String toString() {
    return "KgwDetector[" + descriptor.id() + "]";
  }
}
