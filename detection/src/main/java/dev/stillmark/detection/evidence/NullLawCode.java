package dev.stillmark.detection.evidence;

import java.util.Locale;

/**
 * A null law as one line of text and back: what wires, evidence files and reports carry.
 *
 * <p>{@code green-list 12564/50257}, {@code fixed-list 12564/50257}, {@code coin 2048/8191}, {@code
 * uniform torch-float}, {@code two-uniforms vllm-float 0.1}, {@code bits 30 32743/65536}.
 */
public final class NullLawCode {

  private NullLawCode() {}

  public static String of(NullLaw law) {
    return switch (law) {
      case NullLaw.GreenList green ->
          "green-list %d/%d".formatted(green.greenListSize(), green.vocabularySize());
      case NullLaw.FixedList fixed ->
          "fixed-list %d/%d".formatted(fixed.greenListSize(), fixed.vocabularySize());
      case NullLaw.Coin coin -> "coin %d/%d".formatted(coin.ones(), coin.levels());
      case NullLaw.Uniform uniform -> "uniform " + name(uniform.scale());
      case NullLaw.TwoUniforms two -> "two-uniforms " + name(two.scale()) + " " + two.alpha();
      case NullLaw.Bits bits -> "bits %d %d/%d".formatted(bits.depth(), bits.ones(), bits.levels());
    };
  }

  /** The inverse of {@link #of}; an IllegalArgumentException for anything else. */
  public static NullLaw parse(String code) {
    String[] words = code.split(" ", -1);
    NullLaw law =
        switch (words[0] + "/" + words.length) {
          case "green-list/2" -> new NullLaw.GreenList(whole(words[1]), part(words[1]));
          case "fixed-list/2" -> new NullLaw.FixedList(whole(words[1]), part(words[1]));
          case "coin/2" -> new NullLaw.Coin(part(words[1]), whole(words[1]));
          case "uniform/2" -> new NullLaw.Uniform(scale(words[1]));
          case "two-uniforms/3" ->
              new NullLaw.TwoUniforms(scale(words[1]), Double.parseDouble(words[2]));
          case "bits/3" -> new NullLaw.Bits(number(words[1]), part(words[2]), whole(words[2]));
          default -> throw unknown();
        };
    if (!of(law).equals(code)) {
      throw unknown();
    }
    return law;
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("law must be a known one in its exact form");
  }

  private static String name(DrawScale scale) {
    return scale.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static DrawScale scale(String name) {
    for (DrawScale scale : DrawScale.values()) {
      if (name(scale).equals(name)) {
        return scale;
      }
    }
    throw unknown();
  }

  private static int part(String fraction) {
    return number(fraction.substring(0, Math.max(0, fraction.indexOf('/'))));
  }

  private static int whole(String fraction) {
    return number(fraction.substring(fraction.indexOf('/') + 1));
  }

  private static int number(String digits) {
    if (!digits.matches("[0-9]{1,10}")) {
      throw unknown();
    }
    long value = Long.parseLong(digits);
    if (value > Integer.MAX_VALUE) {
      throw unknown();
    }
    return (int) value;
  }
}
