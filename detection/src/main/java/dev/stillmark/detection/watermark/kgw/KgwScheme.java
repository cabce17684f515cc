package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.GreenBias;
import dev.stillmark.detection.watermark.GreenRejection;
import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.PackedKeys;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the green-list watermark of Kirchenbauer et al. (2023) as Hugging Face transformers
 * implements it, without its key.
 *
 * @param vocabularySize V, the model's (possibly padded) vocabulary size, at least 2
 * @param greenlistRatio γ as configured, in (0, 1); the green list holds {@code (int) (V * γ)} ids
 * @param contextWidth tokens that the window looks back; lefthash seeds from the last one only
 * @param ignoreRepeatedNgrams affects only the figures of the reference implementation
 * @param bosTokenId a leading token of this id is not part of a sequence; null where there is none
 * @param transformersVersion 4 or 5: which reference p-value formula and de-duplication
 */
public record KgwScheme(
    int vocabularySize,
    double greenlistRatio,
    Seeding seeding,
    int contextWidth,
    boolean ignoreRepeatedNgrams,
    @Nullable Long bosTokenId,
    int transformersVersion)
    implements Embeddable {

  /** What seeds the green list: the token before, or the last tokens with the candidate itself. */
  public enum Seeding {
    LEFTHASH,
    SELFHASH
  }

  public KgwScheme {
    if (vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
    if (!(greenlistRatio > 0 && greenlistRatio < 1)) {
      throw new IllegalArgumentException(
          "greenlistRatio must be within (0, 1) but is " + greenlistRatio);
    }
    if (contextWidth < 1) {
      throw new IllegalArgumentException("contextWidth must be at least 1 but is " + contextWidth);
    }
    if (transformersVersion != 4 && transformersVersion != 5) {
      throw new IllegalArgumentException(
          "transformersVersion must be 4 or 5 but is " + transformersVersion);
    }
    int green = (int) (vocabularySize * greenlistRatio);
    if (green < 1 || green >= vocabularySize) {
      throw new IllegalArgumentException(
          "vocabSize * greenlistRatio must leave 1..V-1 green ids but leaves " + green);
    }
  }

  /** A scheme with the reference's defaults: γ = 0.25, lefthash, one token of context. */
  public static KgwScheme withDefaults(int vocabularySize) {
    return new KgwScheme(vocabularySize, 0.25, Seeding.LEFTHASH, 1, false, null, 5);
  }

  /** |G| = (int) (V γ), the double product truncated. */
  public int greenListSize() {
    return (int) (vocabularySize * greenlistRatio);
  }

  /** Whether an id is in the vocabulary; none outside it is ever green. */
  boolean holds(long token) {
    return token >= 0 && token < vocabularySize;
  }

  /** One thread's scratch that decides which ids are green behind a seed. */
  HeadMemberships memberships() {
    return new HeadMemberships(greenListSize(), vocabularySize);
  }

  @Override
  public String label() {
    return "kgw/transformers/" + (seeding == Seeding.LEFTHASH ? "lefthash" : "selfhash");
  }

  @Override
  public String parameters() {
    return "vocabSize=%d greenlistRatio=%s contextWidth=%d bosTokenId=%s"
            .formatted(vocabularySize, greenlistRatio, contextWidth, bosTokenId)
        + " ignoreRepeatedNgrams=%b transformersVersion=%d"
            .formatted(ignoreRepeatedNgrams, transformersVersion);
  }

  @Override
  public NullLaw law() {
    return new NullLaw.GreenList(vocabularySize, greenListSize());
  }

  /** Tokens before the scored one that the generator really seeds from. */
  @Override
  public int seedingContext() {
    return switch (seeding) {
      case LEFTHASH -> 1;
      case SELFHASH -> contextWidth - 1;
    };
  }

  @Override
  public GreenLists with(WatermarkKey key) {
    return new GreenLists(this, key);
  }

  @Override
  public boolean packs() {
    return seeding == Seeding.LEFTHASH;
  }

  @Override
  public Optional<PackedKeys> pack(List<KeyedScheme> keys) {
    return packs() ? Optional.of(LefthashKeys.of(this, keys)) : Optional.empty();
  }

  @Override
  public KgwEmbedder embedder(WatermarkKey key) {
    return embedder(key, GreenBias.DEFAULT_BIAS);
  }

  /**
   * @param bias δ, what the logarithm of a green token's probability gains
   */
  public KgwEmbedder embedder(WatermarkKey key, double bias) {
    return new KgwEmbedder(with(key), bias);
  }

  /**
   * Marks what a model says that lists no probabilities. Lefthash only: under selfhash what can be
   * green depends on which candidates are the likeliest.
   *
   * @param bias δ, at least 0
   */
  public GreenRejection rejection(WatermarkKey key, double bias) {
    return switch (seeding) {
      case LEFTHASH -> new GreenRejection(with(key).seededGreens(), bias);
      case SELFHASH ->
          throw new IllegalStateException(
              "to mark without probabilities seedingScheme must be lefthash but is selfhash");
    };
  }

  /** Uniform over [0, 2^63). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() & Long.MAX_VALUE);
  }

  /** The low 32 bits: keys that share them share torch streams wherever no product wraps. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return key.value().mod(SeedModulus.VALUE).intValue();
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return PublishedKeys.contains(key);
  }

  @Override
  public void requireKnownAnswers() {
    KgwSelfTest.require(seeding);
  }
}
