package dev.stillmark.detection.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The e-value of uniform draws that are large under Hp: the mixture over κ of Π κ u^(κ-1), with κ-1
 * = 4 · 2^(-k/2), k = 0..24.
 *
 * <p>A draw is an integer m of N levels, read at its middle, u = (m + 1/2) / N. Each member is
 * divided by its mean over the N levels, so that the mean of a draw's factor is exactly 1.
 */
public final class UniformEvalue {

  private static final double LN_10 = StrictMath.log(10);
  private static final int MEMBERS = 25;

  /** κ-1 of each member. */
  private static final double[] EXPONENTS =
      IntStream.range(0, MEMBERS).mapToDouble(k -> 4 * StrictMath.pow(2, -k / 2.0)).toArray();

  private static final double[] LOG_KAPPAS =
      Arrays.stream(EXPONENTS).map(StrictMath::log1p).toArray();

  private final long levels;
  private final double[] logNormalisers;

  public UniformEvalue(long levels) {
    if (levels < 2) {
      throw new IllegalArgumentException("levels must be at least 2 but is " + levels);
    }
    this.levels = levels;
    this.logNormalisers = new double[MEMBERS];
    for (int k = 0; k < MEMBERS; k++) {
      logNormalisers[k] = MidpointRule.logMeanOfPower(exponent(k), levels);
    }
  }

  /** κ-1 of a member. */
  static double exponent(int k) {
    return EXPONENTS[k];
  }

  /** ln u of the middle of level {@code draw}, within 0..levels-1. */
  public double logMiddle(long draw) {
    return StrictMath.log((draw + 0.5) / levels);
  }

  private static double logMember(int k, double logU) {
    return LOG_KAPPAS[k] + EXPONENTS[k] * logU;
  }

  /** log10 E of {@code draws} draws whose {@link #logMiddle} add up to {@code sumOfLogs}. */
  public double log10(long draws, double sumOfLogs) {
    double[] logs = new double[MEMBERS];
    for (int k = 0; k < MEMBERS; k++) {
      double exponent = exponent(k);
      logs[k] = draws * (LOG_KAPPAS[k] - logNormalisers[k]) + exponent * sumOfLogs;
    }
    return logMean(logs) / LN_10;
  }

  /**
   * Adds one item of two independent draws, of which Hp marks the second with probability alpha and
   * else the first, to running logarithms, one for each κ; their order does not matter.
   */
  public void addPair(OrderFreeSum[] logs, double alpha, long first, long second) {
    double logFirst = logMiddle(first);
    double logSecond = logMiddle(second);
    for (int k = 0; k < MEMBERS; k++) {
      double marked =
          (1 - alpha) * StrictMath.exp(logMember(k, logFirst))
              + alpha * StrictMath.exp(logMember(k, logSecond));
      logs[k].add(StrictMath.log(marked) - logNormalisers[k]);
    }
  }

  /** Running logarithms for {@link #addPair}, of no items yet. */
  public OrderFreeSum[] noPairs() {
    return Stream.generate(OrderFreeSum::new).limit(MEMBERS).toArray(OrderFreeSum[]::new);
  }

  /** log10 E of what {@link #addPair} added. */
  public double log10(OrderFreeSum[] logs) {
    return logMean(Arrays.stream(logs).mapToDouble(OrderFreeSum::value).toArray()) / LN_10;
  }

  static double logMean(double[] logs) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      largest = Math.max(largest, log);
    }
    double sum = 0;
    for (double log : logs) {
      sum += StrictMath.exp(log - largest);
    }
    return largest + StrictMath.log(sum / logs.length);
  }
}
