package dev.stillmark.detection.watermark.lmwatermarking;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.random.PermutationSlice;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.GreenBias;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of the green-list watermark of Kirchenbauer et al. (2023, "On the Reliability of
 * Watermarks") as lm-watermarking's {@code extended_watermark_processor} implements it, without its
 * key.
 *
 * @param vocabularySize V, the length of the vocabulary that the reference is given, at least 2
 * @param gamma γ as configured, in (0, 1); the green list holds {@code (int) (V * γ)} ids
 * @param selectGreenTokens whether green ids are the first of the permutation instead of the last
 * @param ignoreRepeatedNgrams affects only the figures of the reference implementation
 * @param windowSizes affects only the figures of the reference implementation: where there are any,
 *     they are the best of all windows of these sizes
 * @param bosTokenId a leading token of this id is not part of a sequence; null where there is none
 */
public record LmWatermarkingScheme(
    int vocabularySize,
    double gamma,
    SeedingScheme seedingScheme,
    boolean selectGreenTokens,
    boolean ignoreRepeatedNgrams,
    List<Integer> windowSizes,
    @Nullable Long bosTokenId)
    implements Embeddable {

  private static final BigInteger DEFAULT_KEY = BigInteger.valueOf(15_485_863);

  public LmWatermarkingScheme {
    if (vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
    if (!(gamma > 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma must be within (0, 1) but is " + gamma);
    }
    int green = (int) (vocabularySize * gamma);
    if (green < 1 || green >= vocabularySize) {
      throw new IllegalArgumentException(
          "vocabSize * gamma must leave 1..V-1 green ids but leaves " + green);
    }
    windowSizes = List.copyOf(windowSizes);
    for (int size : windowSizes) {
      if (size < 1) {
        throw new IllegalArgumentException("windowSizes must be at least 1 but are " + windowSizes);
      }
    }
  }

  /** A scheme with the detector's defaults: γ = 0.25, selfhash, distinct windows. */
  public static LmWatermarkingScheme withDefaults(int vocabularySize) {
    return new LmWatermarkingScheme(
        vocabularySize, 0.25, SeedingScheme.SELFHASH, true, true, List.of(), null);
  }

  /** |G| = (int) (V γ), the double product truncated. */
  public int greenListSize() {
    return (int) (vocabularySize * gamma);
  }

  PermutationSlice greenList() {
    return new PermutationSlice(vocabularySize, greenListSize(), !selectGreenTokens);
  }

  @Override
  public String label() {
    return "kgw/lm-watermarking/" + seedingScheme.prf().label();
  }

  @Override
  public String parameters() {
    return "vocabSize=%d gamma=%s contextWidth=%d selfSalt=%b selectGreenTokens=%b"
            .formatted(
                vocabularySize,
                gamma,
                seedingScheme.contextWidth(),
                seedingScheme.selfSalt(),
                selectGreenTokens)
        + " bosTokenId=%s ignoreRepeatedNgrams=%b windowSizes=%s"
            .formatted(bosTokenId, ignoreRepeatedNgrams, windowSizes);
  }

  @Override
  public NullLaw law() {
    return new NullLaw.GreenList(vocabularySize, greenListSize());
  }

  @Override
  public int contextWidth() {
    return seedingScheme.contextWidth();
  }

  @Override
  public int seedingContext() {
    return seedingScheme.tokensBefore();
  }

  @Override
  public LmWatermarkingLists with(WatermarkKey key) {
    return new LmWatermarkingLists(this, key);
  }

  @Override
  public Embedder embedder(WatermarkKey key) {
    return embedder(key, GreenBias.DEFAULT_BIAS);
  }

  /**
   * @param bias δ, what the logarithm of a green token's probability gains
   */
  public Embedder embedder(WatermarkKey key, double bias) {
    return new GreenBias(with(key).greenIds(), bias);
  }

  /** Uniform over [0, 2^63), or over the keys whose product with no token passes 2^64. */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    long word = random.getAsLong();
    return WatermarkKey.of(
        switch (seedingScheme.prf().keyUse()) {
          case RESIDUE, WRAPPED, WORD, HASHED -> word & Long.MAX_VALUE;
          case UNREDUCED ->
              Math.unsignedMultiplyHigh(word, Long.divideUnsigned(-1, vocabularySize));
        });
  }

  @Override
  public Object effectiveKey(WatermarkKey key) {
    return effective(key.value());
  }

  private Object effective(BigInteger key) {
    return seedingScheme.prf().keyUse().effective(key, vocabularySize);
  }

  /**
   * The default 15485863 of {@code WatermarkBase} and of every named seeding scheme, and 0, under
   * which nothing of a product is secret.
   */
  @Override
  public boolean isPublished(WatermarkKey key) {
    Object effective = effectiveKey(key);
    return effective.equals(effective(DEFAULT_KEY)) || effective.equals(effective(BigInteger.ZERO));
  }

  @Override
  public void requireKnownAnswers() {
    LmWatermarkingSelfTest.require(seedingScheme.prf());
  }
}
