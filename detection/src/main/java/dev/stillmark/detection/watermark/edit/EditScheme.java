package dev.stillmark.detection.watermark.edit;

import dev.stillmark.detection.watermark.RefusedSequence;
import dev.stillmark.detection.watermark.WatermarkKey;

/**
 * Parameters of a watermark that aligns a whole text with the key's random sequence, without the
 * key.
 *
 * <p>The draw of a token depends on where the text's alignment puts it, so there is no score of a
 * position and nothing to pool: every text is a permutation test by itself. Source: Kuditipudi,
 * Thickstun, Hashimoto and Liang, "Robust distortion-free watermarks for language models" (TMLR
 * 2024), as in jthickstun/watermark 80d4ec8.
 */
public sealed interface EditScheme permits ExpEditScheme, ItsEditScheme {

  /** Scheme and dialect in words, such as {@code exp-edit/kuditipudi}. */
  String label();

  /** All parameters in a fixed order and form: what a key commitment binds. */
  String parameters();

  /**
   * Tests one text. The time it takes grows with n, with nullRuns and with the square of the text's
   * length.
   *
   * @param nullRuns 1..1000000
   * @param nullSeed of the sequences that the text is compared with, 0..2^32-1: to be fixed before
   *     anyone looks at the text
   * @throws RefusedSequence for an id outside the vocabulary
   * @throws IllegalArgumentException for a key of the wrong form; the message begins with {@code
   *     key} and never shows it
   */
  EditResult detect(WatermarkKey key, long[] ids, int nullRuns, long nullSeed);

  /** Whether anyone can know the key, so that a mark under it says nothing about its owner. */
  boolean isPublished(WatermarkKey key);

  /**
   * Runs the known-answer test of everything that the scheme draws from.
   *
   * @throws IllegalStateException where an answer is wrong: no key may be used then
   */
  void requireKnownAnswers();
}
