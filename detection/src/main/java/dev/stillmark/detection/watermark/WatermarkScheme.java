package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.NullLaw;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A watermark scheme with all its parameters and without its key: one dialect of one paper.
 *
 * <p>Implementations are records whose constructors refuse impossible parameters with a message
 * that begins with the parameter's name in scheme.json.
 */
public interface WatermarkScheme {

  /** Scheme, dialect and variant in words, such as {@code kgw/transformers/lefthash}. */
  String label();

  /**
   * All parameters in a fixed order and form, such as {@code vocabSize=50257 greenlistRatio=0.25}:
   * what a key commitment binds.
   */
  String parameters();

  /** The law of the scores where the text knows nothing of the key. */
  NullLaw law();

  /** k: pooled scoring starts behind the first k + 1 tokens of an output. */
  int contextWidth();

  /**
   * Tokens before the scored one that the draw depends on; a position whose seeding context stands
   * in the output's own prompt is left out. 0 where the draw depends on the token alone; the whole
   * context unless a scheme seeds from less of it.
   */
  default int seedingContext() {
    return contextWidth();
  }

  /** A leading token of this id is not part of a sequence; null where there is none. */
  default @Nullable Long bosTokenId() {
    return null;
  }

  /**
   * The scheme under one key.
   *
   * @throws IllegalArgumentException for a key of the wrong form; the message begins with {@code
   *     key} and never shows it
   */
  KeyedScheme with(WatermarkKey key);

  /** Whether the keys of this scheme can be {@linkplain #pack packed}. */
  default boolean packs() {
    return false;
  }

  /**
   * The same for many keys at once, where they can share their distinct items.
   *
   * @param keys of this scheme, the true one first, at most 128
   */
  default Optional<PackedKeys> pack(List<KeyedScheme> keys) {
    return Optional.empty();
  }

  /** A fresh key from the distribution of true ones; {@code random} is uniform over 64 bits. */
  WatermarkKey drawKey(LongSupplier random);

  /** What of a key the scheme really uses: keys with equal values mark alike. */
  Object effectiveKey(WatermarkKey key);

  /** Whether anyone can know the key, so that a mark under it says nothing about its owner. */
  boolean isPublished(WatermarkKey key);

  /**
   * Runs the known-answer test of everything that the scheme draws from.
   *
   * @throws IllegalStateException where an answer is wrong: no key may be used then
   */
  void requireKnownAnswers();
}
