package dev.stillmark.detection.watermark.lmwatermarking;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What seeds a green list: a pseudorandom function, how many tokens it takes and whether the
 * candidate is the last of them.
 *
 * @param contextWidth tokens that the function takes, at least 1
 * @param selfSalt whether the candidate itself is the last of them
 */
public record SeedingScheme(Prf prf, int contextWidth, boolean selfSalt) {

  /** The default of lm-watermarking's detector. */
  public static final SeedingScheme SELFHASH = new SeedingScheme(Prf.ANCHORED_MINHASH, 4, true);

  private static final int WIDEST = 1024;
  private static final Pattern FREE_FORM =
      Pattern.compile("ff-([a-z_]+)-([0-9]{1,4})-(True|False)(?:-(-?[0-9]{1,20}))?");

  public SeedingScheme {
    if (contextWidth < prf.leastWidth() || contextWidth > WIDEST) {
      throw new IllegalArgumentException(
          "contextWidth must be within %d..%d but is %d"
              .formatted(prf.leastWidth(), WIDEST, contextWidth));
    }
    if (prf == Prf.ORIGINAL && (contextWidth != 1 || selfSalt)) {
      throw new IllegalArgumentException(
          "seedingScheme original must look at the token before only but is %d wide"
              .formatted(contextWidth));
    }
  }

  /**
   * The scheme of this name: {@code simple_1} or {@code lefthash}, {@code selfhash} or {@code
   * algorithm-3}, {@code minhash}, {@code skipgram}, {@code ff-prf-width-True|False[-key]}, or
   * {@code original} for the first watermark_processor.py.
   */
  public static SeedingScheme named(String name) {
    return switch (name) {
      case "simple_1", "lefthash" -> new SeedingScheme(Prf.ADDITIVE, 1, false);
      case "selfhash", "algorithm-3" -> SELFHASH;
      case "minhash" -> new SeedingScheme(Prf.MINHASH, 4, false);
      case "skipgram" -> new SeedingScheme(Prf.SKIPGRAM, 5, false);
      case "original" -> new SeedingScheme(Prf.ORIGINAL, 1, false);
      default -> freeForm(name);
    };
  }

  private static SeedingScheme freeForm(String name) {
    Matcher parts = FREE_FORM.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "seedingScheme must be simple_1, lefthash, selfhash, algorithm-3, minhash, skipgram,"
              + " original or ff-prf-width-True|False but is none of them");
    }
    return new SeedingScheme(
        Prf.labelled(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        parts.group(3).equals("True"));
  }

  /** The key that a free-form name may carry, so that whoever reads it keeps it secret. */
  public static Optional<BigInteger> keyIn(String name) {
    Matcher parts = FREE_FORM.matcher(name);
    return parts.matches()
        ? Optional.ofNullable(parts.group(4)).map(BigInteger::new)
        : Optional.empty();
  }

  /** Tokens before the scored one that have to be there. */
  int tokensBefore() {
    return selfSalt ? contextWidth - 1 : contextWidth;
  }

  /** The end (exclusive) of the tokens that seed the list for {@code position}. */
  int contextEnd(int position) {
    return selfSalt ? position + 1 : position;
  }
}
