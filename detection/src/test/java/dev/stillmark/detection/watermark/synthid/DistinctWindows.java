package dev.stillmark.detection.watermark.synthid;

import java.util.BitSet;

/**
 * Set g-values over distinct n-grams, and over distinct seeds.
 *
 * <p>The published radioactivity test counts each n-gram once (de-duplication {@code windows}).
 * With a table, n-grams whose hashes agree in the low bits hold the same g-values, so that only
 * distinct seeds are independent evidence ({@code hash16}). Without one the two are the same. Not
 * for use by several threads at once.
 */
final class DistinctWindows {

  private static final int FETCHED = 64;

  private final long seedMask;
  private final LongSet hashes = new LongSet();
  private final BitSet seeds = new BitSet();
  private long windowBits;
  private long seedBits;
  private long distinctSeeds;

  DistinctWindows(SynthIdDialect dialect) {
    this.seedMask = dialect.seedMask();
  }

  /** Adds n-grams by their hashes, with their g-values, of which each hash has always the same. */
  void add(long[] ngramHashes, long[] masks, int count) {
    for (int start = 0; start < count; start += FETCHED) {
      int end = Math.min(start + FETCHED, count);
      hashes.fetch(ngramHashes, start, end);
      for (int i = start; i < end; i++) {
        add(ngramHashes[i], masks[i]);
      }
    }
  }

  void add(long ngramHash, long mask) {
    if (hashes.add(ngramHash)) {
      int ones = Long.bitCount(mask);
      windowBits += ones;
      if (isNewSeed(ngramHash)) {
        distinctSeeds++;
        seedBits += ones;
      }
    }
  }

  private boolean isNewSeed(long ngramHash) {
    if (seedMask == -1) {
      return true;
    }
    int seed = (int) (ngramHash & seedMask);
    boolean isNew = !seeds.get(seed);
    seeds.set(seed);
    return isNew;
  }

  /** Distinct n-grams. */
  long windows() {
    return hashes.size();
  }

  /** Set g-values of distinct n-grams. */
  long windowBits() {
    return windowBits;
  }

  /** Distinct seeds. */
  long seeds() {
    return distinctSeeds;
  }

  /** Set g-values of distinct seeds. */
  long seedBits() {
    return seedBits;
  }

  /** The distinct seeds themselves, for {@link TableNull}; empty where hashes are seeds. */
  BitSet seedSet() {
    return (BitSet) seeds.clone();
  }
}
