package dev.stillmark.detection.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * The anytime-valid e-value of a green list, a function of the set of scored items alone.
 *
 * <p>E = Σ_k (1/25) Π_c θ_k^s (1-θ_k)^(n-s) · [V!/(V-n)!] / ([G!/(G-s)!] · [(V-G)!/(V-G-n+s)!])
 * over seeds c with n distinct scored tokens, s of them green. θ_k is the share whose log odds
 * ratio against G/V is 4 · 2^(-k/2), k = 0..24. It is the likelihood ratio against drawing without
 * replacement, so that its mean under Hd is at most 1 at every time and in any order of arrival.
 */
public final class GreenListEvalue {

  private static final double LN_10 = StrictMath.log(10);

  /** ln θ/(1-θ) - ln γ/(1-γ) for each member of the mixture. */
  private static final double[] LOG_ODDS_RATIOS = logOddsRatios();

  /** The odds ratios less 1. */
  private static final double[] ODDS_RATIOS_LESS_ONE =
      Arrays.stream(LOG_ODDS_RATIOS).map(StrictMath::expm1).toArray();

  private GreenListEvalue() {}

  /**
   * log10 E; 0 for no seeds. Neither the collection's order nor how it splits equal seeds matters,
   * down to the last bit.
   *
   * @throws IllegalArgumentException for counts that no green list of this size can give: a sign of
   *     a wrong key or vocabulary size
   */
  public static double log10(int vocabularySize, int greenListSize, Collection<SeedCount> seeds) {
    if (greenListSize < 1 || greenListSize >= vocabularySize) {
      throw new IllegalArgumentException(
          "greenListSize must be within 1..%d but is %d"
              .formatted(vocabularySize - 1, greenListSize));
    }
    Map<Long, Long> seedsByShape = new TreeMap<>();
    long tokens = 0;
    long green = 0;
    for (SeedCount count : seeds) {
      requirePossible(count, vocabularySize, greenListSize);
      seedsByShape.merge(shape(count), count.seeds(), Math::addExact);
      tokens += Math.multiplyExact(count.seeds(), count.tokens());
      green += Math.multiplyExact(count.seeds(), count.green());
    }
    double correction = withoutReplacement(vocabularySize, greenListSize, seedsByShape);
    return (logMixture((double) tokens, (double) green, (double) greenListSize / vocabularySize)
            + correction)
        / LN_10;
  }

  private static void requirePossible(SeedCount count, int vocabularySize, int greenListSize) {
    int red = count.tokens() - count.green();
    if (count.green() > greenListSize || red > vocabularySize - greenListSize) {
      throw new IllegalArgumentException(
          "a seed can have at most %d green and %d red tokens but has %d and %d"
              .formatted(greenListSize, vocabularySize - greenListSize, count.green(), red));
    }
  }

  private static long shape(SeedCount count) {
    return ((long) count.tokens() << 32) | count.green();
  }

  /**
   * ln Σ_k (1/25) (θ_k/γ)^green ((1-θ_k)/(1-γ))^(tokens-green). With odds ratio e^δ the first base
   * is e^δ / (1 + γ(e^δ - 1)) and the second 1 / (1 + γ(e^δ - 1)).
   */
  static double logMixture(double tokens, double green, double gamma) {
    double[] logs = new double[LOG_ODDS_RATIOS.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < logs.length; k++) {
      double delta = LOG_ODDS_RATIOS[k];
      logs[k] = green * delta - tokens * StrictMath.log1p(gamma * ODDS_RATIOS_LESS_ONE[k]);
      largest = Math.max(largest, logs[k]);
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - largest);
    }
    return largest + StrictMath.log(sum / logs.length);
  }

  /** What drawing without replacement adds to the logarithm, in the order of the shapes. */
  private static double withoutReplacement(
      int vocabularySize, int greenListSize, Map<Long, Long> seedsByShape) {
    int most =
        seedsByShape.keySet().stream().mapToInt(shape -> (int) (shape >>> 32)).max().orElse(0);
    double[] all = logFallingFactorials(vocabularySize, most);
    double[] green = logFallingFactorials(greenListSize, most);
    double[] red = logFallingFactorials(vocabularySize - greenListSize, most);
    double sum = 0;
    for (Map.Entry<Long, Long> entry : seedsByShape.entrySet()) {
      int n = (int) (entry.getKey() >>> 32);
      int s = entry.getKey().intValue();
      sum += entry.getValue() * (all[n] - green[s] - red[n - s]);
    }
    return sum;
  }

  /** ln [size (size-1) … (size-n+1) / size^n] for n = 0 up to {@code most} or to {@code size}. */
  private static double[] logFallingFactorials(int size, int most) {
    double[] logs = new double[Math.min(size, most) + 1];
    for (int n = 1; n < logs.length; n++) {
      logs[n] = logs[n - 1] + StrictMath.log1p(-(n - 1.0) / size);
    }
    return logs;
  }

  private static double[] logOddsRatios() {
    double[] ratios = new double[25];
    for (int k = 0; k < ratios.length; k++) {
      ratios[k] = 4 * StrictMath.pow(2, -k / 2.0);
    }
    return ratios;
  }
}
