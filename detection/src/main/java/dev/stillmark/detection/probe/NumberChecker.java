package dev.stillmark.detection.probe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A number, right within a tolerance.
 *
 * <p>Where a passage holds several, those of the question don't count; if several are left, it
 * can't be read.
 *
 * @param tolerance at least 0; wrong answers are rounded to multiples of it before they are
 *     compared between models
 * @param units what a number before one of these words is multiplied by
 */
public record NumberChecker(BigDecimal tolerance, Map<String, BigDecimal> units)
    implements Checker {

  private static final int MOST_DIGITS = 30;

  public NumberChecker {
    if (tolerance.signum() < 0) {
      throw new IllegalArgumentException("tolerance must be at least 0 but is " + tolerance);
    }
    requireModest("tolerance", tolerance);
    units = Map.copyOf(units);
    units.values().forEach(factor -> requireModest("units", factor));
  }

  /** "1e999999999" is a short number that takes all memory to calculate with. */
  private static void requireModest(String field, BigDecimal number) {
    if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(
          "%s must have at most %d digits".formatted(field, MOST_DIGITS));
    }
  }

  @Override
  public Optional<String> read(String passage, boolean isMarked, String question) {
    Set<BigDecimal> found = new LinkedHashSet<>(Numbers.in(passage, units));
    if (found.size() > 1 && !isMarked) {
      found.removeAll(Numbers.in(question, Map.of()));
    }
    return found.size() == 1 || isMarked
        ? found.stream().findFirst().map(Numbers::plain)
        : Optional.empty();
  }

  @Override
  public String compared(String read) {
    if (tolerance.signum() == 0) {
      return read;
    }
    BigDecimal steps = new BigDecimal(read).divide(tolerance, 0, RoundingMode.HALF_EVEN);
    return Numbers.plain(steps.multiply(tolerance));
  }

  @Override
  public boolean agrees(String read, String accepted) {
    return new BigDecimal(read).subtract(new BigDecimal(accepted)).abs().compareTo(tolerance) <= 0;
  }
}
