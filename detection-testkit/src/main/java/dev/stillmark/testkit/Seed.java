package dev.stillmark.testkit;

import java.util.SplittableRandom;

/**
 * A node in a tree of seeds; its children are found by label.
 *
 * <p>What one child draws never depends on how much another drew, so that a new model in a scenario
 * leaves all others as they were.
 */
record Seed(long value) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  Seed child(String label) {
    long hash = mix(value + GOLDEN_GAMMA);
    for (int i = 0; i < label.length(); i++) {
      hash = mix((hash ^ label.charAt(i)) + GOLDEN_GAMMA);
    }
    return new Seed(hash);
  }

  SplittableRandom random() {
    return new SplittableRandom(value);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long z) {
    long once = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}
