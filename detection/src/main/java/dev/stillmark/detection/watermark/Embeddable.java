package dev.stillmark.detection.watermark;

/** A scheme that can be sampled from any model's probabilities. */
public interface Embeddable extends WatermarkScheme {

  /** Marks text under this key; see {@link #with} for what is refused. */
  Embedder embedder(WatermarkKey key);
}
