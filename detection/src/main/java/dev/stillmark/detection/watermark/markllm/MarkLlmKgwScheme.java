package dev.stillmark.detection.watermark.markllm;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.random.PermutationSlice;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.GreenBias;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Parameters of the green-list watermark of Kirchenbauer et al. (2023) as MarkLLM (112fa74)
 * implements it, without its key.
 *
 * <p>Every list is that of one of the V seeds 0..V-1, whatever the key: the lists are public, and
 * the key only says which one a context has.
 *
 * @param vocabularySize V, at least 2
 * @param gamma γ as configured, in (0, 1); the green list holds {@code (int) (V * γ)} ids
 * @param prefixLength tokens before a position that f takes, at least 1
 */
public record MarkLlmKgwScheme(
    int vocabularySize, double gamma, FScheme fScheme, WindowScheme windowScheme, int prefixLength)
    implements Embeddable {

  private static final BigInteger DEFAULT_KEY = BigInteger.valueOf(15_485_863);
  private static final int LONGEST = 1024;

  public MarkLlmKgwScheme {
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
    if (prefixLength < 1 || prefixLength > LONGEST) {
      throw new IllegalArgumentException(
          "prefixLength must be within 1..%d but is %d".formatted(LONGEST, prefixLength));
    }
  }

  /** A scheme with the defaults of MarkLLM's KGW.json: γ = 0.5, f of one token, left. */
  public static MarkLlmKgwScheme withDefaults(int vocabularySize) {
    return new MarkLlmKgwScheme(vocabularySize, 0.5, FScheme.TIME, WindowScheme.LEFT, 1);
  }

  /** |G| = (int) (V γ), the double product truncated. */
  public int greenListSize() {
    return (int) (vocabularySize * gamma);
  }

  PermutationSlice greenList() {
    return new PermutationSlice(vocabularySize, greenListSize(), false);
  }

  @Override
  public String label() {
    return "kgw/markllm/%s-%s".formatted(fScheme, windowScheme).toLowerCase(Locale.ROOT);
  }

  @Override
  public String parameters() {
    return "vocabSize=%d gamma=%s prefixLength=%d".formatted(vocabularySize, gamma, prefixLength);
  }

  @Override
  public NullLaw law() {
    return new NullLaw.GreenList(vocabularySize, greenListSize());
  }

  @Override
  public int contextWidth() {
    return prefixLength;
  }

  @Override
  public MarkLlmLists with(WatermarkKey key) {
    return new MarkLlmLists(this, key);
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

  /** Uniform over [0, 2^63). */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(random.getAsLong() & Long.MAX_VALUE);
  }

  /** The stream that the keyed places come from, and under left the key modulo V. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return effective(key.value());
  }

  private EffectiveKey effective(BigInteger key) {
    return switch (windowScheme) {
      case LEFT -> new EffectiveKey(key.intValue(), residue(key));
      case SELF -> new EffectiveKey(key.intValue(), 0);
    };
  }

  private int residue(BigInteger key) {
    return key.mod(BigInteger.valueOf(vocabularySize)).intValue();
  }

  /** The default 15485863 of KGW.json, and under left every key that leaves seed 0 alone. */
  @Override
  public boolean isPublished(WatermarkKey key) {
    boolean leavesOneList =
        switch (windowScheme) {
          case LEFT -> residue(key.value()) == 0;
          case SELF -> false;
        };
    return leavesOneList || effective(key.value()).equals(effective(DEFAULT_KEY));
  }

  @Override
  public void requireKnownAnswers() {
    MarkLlmSelfTest.require(fScheme);
  }

  private record EffectiveKey(int stream, int residue) {}
}
