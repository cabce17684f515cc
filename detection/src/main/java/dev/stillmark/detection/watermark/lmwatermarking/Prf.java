package dev.stillmark.detection.watermark.lmwatermarking;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A pseudorandom function that turns the last tokens and the key into a seed.
 *
 * <p>Source: {@code alternative_prf_schemes.py} of lm-watermarking; {@link #ORIGINAL} is the rule
 * of its first {@code watermark_processor.py}.
 */
public enum Prf {
  /** Key times the sum of the tokens. */
  ADDITIVE("additive_prf", KeyUse.RESIDUE, 1),
  /** Key times the product of the tokens. */
  MULTIPLICATIVE("multiplicative_prf", KeyUse.RESIDUE, 1),
  /** Key times the least token. */
  MINFUNC("minfunc_prf", KeyUse.RESIDUE, 1),
  /** The product of the hashes of every second token. */
  SIMPLE_SKIP("simple_skip_prf", KeyUse.HASHED, 1),
  /** The hash of the oldest token. */
  SKIPGRAM("skipgram_prf", KeyUse.HASHED, 1),
  /** The product of the hashes of the oldest and the newest token. */
  ANCHORED_SKIPGRAM("anchored_skipgram_prf", KeyUse.HASHED, 1),
  /** The least hash of a token. */
  MINHASH("minhash_prf", KeyUse.HASHED, 1),
  /** The least product of key, a token's hash and the newest token's hash. */
  ANCHORED_MINHASH("anchored_minhash_prf", KeyUse.WORD, 1),
  /** The least product of the hashes of two tokens. */
  MINSKIPGRAM("minskipgram_prf", KeyUse.HASHED, 2),
  /** A hash that takes in one token after another. */
  NONCOMM("noncomm_prf", KeyUse.WORD, 1),
  /** Key times the sum of the tokens, each weighted by its place. */
  POSITION("position_prf", KeyUse.WRAPPED, 1),
  /** Key times the token before, not reduced by any modulus. */
  ORIGINAL("original", KeyUse.UNREDUCED, 1);

  private final String label;
  private final KeyUse keyUse;
  private final int leastWidth;

  Prf(String label, KeyUse keyUse, int leastWidth) {
    this.label = label;
    this.keyUse = keyUse;
    this.leastWidth = leastWidth;
  }

  /** The name in seeding schemes such as {@code ff-additive_prf-4-False}. */
  public String label() {
    return label;
  }

  KeyUse keyUse() {
    return keyUse;
  }

  /** The least number of tokens that it is defined for. */
  int leastWidth() {
    return leastWidth;
  }

  static Prf labelled(String label) {
    return Arrays.stream(values())
        .filter(prf -> prf.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "seedingScheme must name one of %s but names %s".formatted(labels(), label)));
  }

  private static String labels() {
    return Arrays.stream(values()).map(Prf::label).collect(Collectors.joining(", "));
  }
}
