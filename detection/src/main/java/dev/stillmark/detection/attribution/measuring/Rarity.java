package dev.stillmark.detection.attribution.measuring;

/**
 * What a shared gram weighs, by how many families hold it: ln((families + 1) / holding), or nothing
 * once too many do.
 *
 * <p>In units of 2^-40, so that sums of weights are exact, whatever their order.
 */
sealed interface Rarity {

  double UNIT = 0x1p-40;

  /** Every gram weighs 1. */
  record Ignored() implements Rarity {}

  /** A gram weighs nothing that more than 3 families and more than this share of them hold. */
  record UpToShare(double share) implements Rarity {}

  /** Weights by the number of holding families, of 0 up to {@code families}. */
  default long[] units(int families) {
    long[] units = new long[families + 1];
    for (int holding = 1; holding <= families; holding++) {
      units[holding] = Math.round(weight(holding, families) / UNIT);
    }
    return units;
  }

  private double weight(int holding, int families) {
    return switch (this) {
      case Ignored() -> 1;
      case UpToShare(double share) ->
          holding <= Math.max(3, share * families) ? StrictMath.log((families + 1.0) / holding) : 0;
    };
  }
}
