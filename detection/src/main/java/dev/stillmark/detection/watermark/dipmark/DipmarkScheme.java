package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Parameters of DiPmark in MarkLLM's dialect without its key, which is a string of bytes.
 *
 * <p>A context seeds a permutation of the vocabulary; a token is green where its quantile in it,
 * (place + 1) / V in 32-bit floats, is at least γ. Source: Wu, Hu, Zhang and Huang, "A resilient
 * and accessible distribution-preserving watermark for large language models" (ICML 2024), as in
 * MarkLLM 112fa74's DIP.
 *
 * @param vocabSize V, 2..1000000
 * @param gamma γ, in (0, 1): the share of red places
 * @param prefixLength tokens that seed the permutation, 1..64
 * @param ignoreHistoryDetection whether MarkLLM counts a context that comes again; affects only the
 *     figures of the reference implementation
 */
public record DipmarkScheme(
    int vocabSize, double gamma, int prefixLength, boolean ignoreHistoryDetection)
    implements WatermarkScheme {

  private static final int LARGEST_VOCABULARY = 1_000_000;
  private static final int LONGEST_PREFIX = 64;

  /** As long as MarkLLM's keys. */
  private static final int DRAWN_KEY_BYTES = 128;

  public DipmarkScheme {
    if (vocabSize < 2 || vocabSize > LARGEST_VOCABULARY) {
      throw new IllegalArgumentException(
          "vocabSize must be within 2..%d but is %d".formatted(LARGEST_VOCABULARY, vocabSize));
    }
    if (!(gamma > 0 && gamma < 1)) {
      throw new IllegalArgumentException("gamma must be within (0, 1) but is " + gamma);
    }
    if (prefixLength < 1 || prefixLength > LONGEST_PREFIX) {
      throw new IllegalArgumentException(
          "prefixLength must be within 1..%d but is %d".formatted(LONGEST_PREFIX, prefixLength));
    }
    int red = redPlaces(vocabSize, gamma);
    if (red < 1 || red >= vocabSize) {
      throw new IllegalArgumentException(
          "vocabSize and gamma must leave 1..V-1 red places but leave " + red);
    }
  }

  /** A scheme with MarkLLM's defaults: γ = 0.5, five tokens of context, each context once. */
  public static DipmarkScheme withDefaults(int vocabSize) {
    return new DipmarkScheme(vocabSize, 0.5, 5, false);
  }

  /** The first places of the permutation, whose quantile is below γ. */
  public int redPlaces() {
    return redPlaces(vocabSize, gamma);
  }

  /** Quantiles never fall from one place to the next, so the red places can be bisected. */
  private static int redPlaces(int vocabSize, double gamma) {
    int red = 0;
    int green = vocabSize;
    while (red < green) {
      int place = (red + green) >>> 1;
      if ((place + 1) / (float) vocabSize >= (float) gamma) {
        green = place;
      } else {
        red = place + 1;
      }
    }
    return red;
  }

  @Override
  public String label() {
    return "dipmark/markllm/dip";
  }

  @Override
  public String parameters() {
    return "vocabSize=%d gamma=%s prefixLength=%d ignoreHistoryDetection=%b"
        .formatted(vocabSize, gamma, prefixLength, ignoreHistoryDetection);
  }

  /** Tokens of one context take places of one permutation: a draw without replacement. */
  @Override
  public NullLaw law() {
    return new NullLaw.GreenList(vocabSize, vocabSize - redPlaces());
  }

  @Override
  public int contextWidth() {
    return prefixLength;
  }

  @Override
  public DipmarkPlaces with(WatermarkKey key) {
    return new DipmarkPlaces(this, bytes(key));
  }

  /** 128 bytes, uniform, one a word. */
  @Override
  public WatermarkKey drawKey(LongSupplier random) {
    List<BigInteger> words = new ArrayList<>(DRAWN_KEY_BYTES);
    for (int i = 0; i < DRAWN_KEY_BYTES; i += Long.BYTES) {
      long drawn = random.getAsLong();
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        words.add(BigInteger.valueOf(drawn >>> shift & 0xff));
      }
    }
    return WatermarkKey.of(words);
  }

  /** All of its bytes. */
  @Override
  public Object effectiveKey(WatermarkKey key) {
    return key;
  }

  @Override
  public boolean isPublished(WatermarkKey key) {
    return PublishedBytes.contains(bytes(key));
  }

  @Override
  public void requireKnownAnswers() {
    DipmarkSelfTest.require();
  }

  private static byte[] bytes(WatermarkKey key) {
    byte[] bytes = new byte[key.words().size()];
    for (int i = 0; i < bytes.length; i++) {
      BigInteger word = key.words().get(i);
      if (word.signum() < 0 || word.bitLength() > Byte.SIZE) {
        throw new IllegalArgumentException(
            "key must hold integers within 0..255 but word %d is not".formatted(i));
      }
      bytes[i] = word.byteValue();
    }
    return bytes;
  }
}
