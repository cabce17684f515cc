package dev.stillmark.detection.stats;

import java.util.function.DoublePredicate;

/** Where a property of numbers that holds outside an interval ends, by bisection. */
final class Boundary {

  private static final int STEPS = 200;

  private Boundary() {}

  /**
   * The number nearest to {@code inner} for which the property was found to hold, on the way from
   * {@code outer}; {@code outer} itself where it does not even hold there.
   */
  static double between(double outer, double inner, DoublePredicate isOutside) {
    if (!isOutside.test(outer)) {
      return outer;
    }
    double out = outer;
    double in = inner;
    for (int step = 0; step < STEPS; step++) {
      double middle = out + (in - out) / 2;
      if (middle == out || middle == in) {
        break;
      }
      if (isOutside.test(middle)) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return out;
  }
}
