package dev.stillmark.detection.attribution.measuring;

/** What the summed weights of shared grams are divided by, from how many grams each answer has. */
enum LengthNorm {
  GEOMETRIC,
  SMALLER,
  NONE;

  double of(int grams, int others) {
    return switch (this) {
      case GEOMETRIC -> Math.sqrt(Math.max(1, (double) grams * others));
      case SMALLER -> Math.max(1, Math.min(grams, others));
      case NONE -> 1;
    };
  }
}
