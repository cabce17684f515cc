package dev.stillmark.detection.watermark.synthid;

/** The mean of all unmasked g-values; MarkLLM's in 64-bit floats, bit for bit. */
public record MeanScore() implements ReferenceScore {

  @Override
  public String label() {
    return "mean";
  }

  @Override
  public String parameters() {
    return "";
  }

  @Override
  public double of(long[] masks, int depth) {
    long ones = 0;
    for (long mask : masks) {
      ones += Long.bitCount(mask);
    }
    return (double) ones / ((double) depth * masks.length);
  }
}
