package dev.stillmark.detection.stats;

/**
 * A running sum that keeps what rounding would lose.
 *
 * <p>Source: Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen"
 * (1974).
 */
public final class CompensatedSum {

  private double sum;
  private double lost;

  public void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  public double value() {
    return sum + lost;
  }
}
