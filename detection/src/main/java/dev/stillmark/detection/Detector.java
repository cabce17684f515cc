package dev.stillmark.detection;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.text.Tokenizations;

/**
 * One question put to every output: a watermark key, a teacher's phrases or its canaries.
 *
 * <p>A detector is immutable, deterministic and safe for use by many threads; the same output gives
 * the same signal, bit for bit.
 */
public interface Detector {

  Descriptor descriptor();

  /** What this detector sees in one output; an empty signal where there is nothing to score. */
  Signal detect(ObservedOutput output, Tokenizations tokenizations);
}
