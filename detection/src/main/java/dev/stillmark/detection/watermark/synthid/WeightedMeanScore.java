package dev.stillmark.detection.watermark.synthid;

/**
 * The mean of unmasked g-values with weights that fall evenly from 10 in the first layer to 1 in
 * the last and average to 1.
 */
public record WeightedMeanScore() implements ReferenceScore {

  private static final double FIRST = 10;
  private static final double LAST = 1;

  @Override
  public String label() {
    return "weighted-mean";
  }

  @Override
  public String parameters() {
    return "";
  }

  @Override
  public double of(long[] masks, int depth) {
    double sum = 0;
    for (int layer = 0; layer < depth; layer++) {
      long ones = 0;
      for (long mask : masks) {
        ones += (mask >>> layer) & 1;
      }
      sum += ones * weight(layer, depth);
    }
    return sum / ((double) depth * masks.length);
  }

  private static double weight(int layer, int depth) {
    return falling(layer, depth) * (depth / (depth * (depth == 1 ? FIRST : (FIRST + LAST) / 2)));
  }

  private static double falling(int layer, int depth) {
    return depth == 1 ? FIRST : FIRST + layer * ((LAST - FIRST) / (depth - 1));
  }
}
