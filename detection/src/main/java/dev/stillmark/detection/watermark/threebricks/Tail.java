package dev.stillmark.detection.watermark.threebricks;

/** How the reference turns its score into a p-value: {@code …Detector} or {@code …DetectorZ}. */
public enum Tail {
  /** By the Gamma or the binomial law. */
  EXACT,
  /** By a normal approximation. */
  NORMAL;

  String variant(String detector) {
    return switch (this) {
      case EXACT -> detector;
      case NORMAL -> detector + "-z";
    };
  }
}
