package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.Embeddable;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of SynthID-Text, the tournament watermark of Dathathri et al. (2024), without its
 * keys.
 *
 * @param depth tournament layers, each with a key of its own
 * @param ngramLength tokens that a g-value depends on, the scored one among them
 * @param contextHistorySize contexts within which a repeated one is left unmarked
 * @param eosTokenId the references score nothing from here on; null to score everything
 * @param vocabularySize of the model, for the embedder to check; null where it does not matter
 */
public record SynthIdScheme(
    SynthIdDialect dialect,
    int depth,
    int ngramLength,
    int contextHistorySize,
    @Nullable Long eosTokenId,
    Mode watermarkMode,
    ReferenceScore referenceScore,
    @Nullable Integer vocabularySize)
    implements Embeddable {

  /** Whether repeated contexts are left alone, or marked like any other (MarkLLM). */
  public enum Mode {
    NON_DISTORTIONARY,
    DISTORTIONARY
  }

  private static final int GREATEST_DEPTH = 56;

  public SynthIdScheme {
    if (depth < 1 || depth > GREATEST_DEPTH) {
      throw new IllegalArgumentException(
          "keys must hold 1..%d integers but holds %d".formatted(GREATEST_DEPTH, depth));
    }
    if (ngramLength < 2) {
      throw new IllegalArgumentException("ngramLength must be at least 2 but is " + ngramLength);
    }
    if (contextHistorySize < 1) {
      throw new IllegalArgumentException(
          "contextHistorySize must be at least 1 but is " + contextHistorySize);
    }
    if (referenceScore instanceof BayesianScore bayesian && bayesian.beta().size() != depth) {
      throw new IllegalArgumentException(
          "beta must hold %d numbers but holds %d".formatted(depth, bayesian.beta().size()));
    }
    if (vocabularySize != null && vocabularySize < 2) {
      throw new IllegalArgumentException("vocabSize must be at least 2 but is " + vocabularySize);
    }
  }

  /** A scheme with the references' defaults: n-grams of 5, 1024 contexts, the mean. */
  public static SynthIdScheme withDefaults(SynthIdDialect dialect, int depth) {
    return new SynthIdScheme(
        dialect, depth, 5, 1024, null, Mode.NON_DISTORTIONARY, new MeanScore(), null);
  }

  @Override
  public String label() {
    return "synthid/%s/%s".formatted(dialect.label(), referenceScore.label());
  }

  @Override
  public String parameters() {
    String table =
        switch (dialect) {
          case SynthIdDialect.Transformers(SamplingTable drawn) -> drawn.toString();
          case SynthIdDialect.DeepMind2025() -> "";
        };
    String own =
        "depth=%d ngramLength=%d contextHistorySize=%d eosTokenId=%s watermarkMode=%s vocabSize=%s"
            .formatted(
                depth,
                ngramLength,
                contextHistorySize,
                eosTokenId,
                watermarkMode.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                vocabularySize);
    return String.join(
        " ", Stream.of(own, table, referenceScore.parameters()).filter(s -> !s.isEmpty()).toList());
  }

  /** With the mean of the scheme's own table, which is not 1/2. */
  @Override
  public NullLaw.Bits law() {
    return switch (dialect) {
      case SynthIdDialect.Transformers(SamplingTable table) ->
          new NullLaw.Bits(depth, table.ones(), table.size());
      case SynthIdDialect.DeepMind2025() -> new NullLaw.Bits(depth, 1, 2);
    };
  }

  @Override
  public int contextWidth() {
    return ngramLength - 1;
  }

  @Override
  public GValues with(WatermarkKey key) {
    return new GValues(this, layerKeys(key));
  }

  @Override
  public Embedder embedder(WatermarkKey key) {
    return new TournamentEmbedder(with(key));
  }

  /** Uniform over [0, 2^63) in each layer. */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    return WatermarkKey.of(
        Stream.generate(() -> BigInteger.valueOf(random.getAsLong() & Long.MAX_VALUE))
            .limit(depth)
            .toList());
  }

  /** The keys' low bits where the table's size is a power of two, else the keys themselves. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return effective(layerKeys(key));
  }

  private List<Long> effective(long[] keys) {
    return Arrays.stream(keys).map(key -> key & dialect.seedMask()).boxed().toList();
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return depth <= PublishedKeys.EXAMPLE.length
        && effectiveKey(key).equals(effective(Arrays.copyOf(PublishedKeys.EXAMPLE, depth)));
  }

  @Override
  public void requireKnownAnswers() {
    SynthIdSelfTest.require(dialect);
  }

  private long[] layerKeys(WatermarkKey key) {
    if (key.words().size() != depth) {
      throw new IllegalArgumentException(
          "key must hold %d integers but holds %d".formatted(depth, key.words().size()));
    }
    for (BigInteger word : key.words()) {
      if (word.bitLength() >= Long.SIZE) {
        throw new IllegalArgumentException(
            "key must hold integers below 2^63 but one has %d bits".formatted(word.bitLength()));
      }
    }
    return key.words().stream().mapToLong(BigInteger::longValueExact).toArray();
  }
}
