package dev.stillmark.detection.stats;

/**
 * How often something happened in independent trials, with the exact bounds of Clopper and Pearson.
 *
 * @param trials at least 1
 */
public record ErrorRate(long events, long trials) {

  public ErrorRate {
    if (trials < 1 || events < 0 || events > trials) {
      throw new IllegalArgumentException(
          "events must be within 0..trials and trials at least 1 but they are %d and %d"
              .formatted(events, trials));
    }
  }

  public double rate() {
    return (double) events / trials;
  }

  /** The rate under which this many events or more have probability (1 - confidence) / 2. */
  public double lower(double confidence) {
    return bound(trials, events, confidence);
  }

  /** The rate under which this many events or fewer have probability (1 - confidence) / 2. */
  public double upper(double confidence) {
    return 1 - bound(trials, trials - events, confidence);
  }

  private static double bound(long trials, long events, double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be within (0, 1) but is " + confidence);
    }
    if (events == 0) {
      return 0;
    }
    double log10Level = StrictMath.log10((1 - confidence) / 2);
    return Boundary.between(
        0,
        (double) events / trials,
        rate -> rate == 0 || BinomialTail.log10(trials, events, rate, 1 - rate) <= log10Level);
  }
}
