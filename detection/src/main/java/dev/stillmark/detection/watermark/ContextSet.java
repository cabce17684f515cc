package dev.stillmark.detection.watermark;

import java.util.Arrays;

/**
 * Runs of tokens of one width, such as the contexts of a prompt or of suspected training data.
 *
 * <p>A context is kept as a 64-bit fingerprint: among a million contexts two share one with
 * probability 3e-8. Once filled, safe for use by many threads.
 */
public final class ContextSet {

  private final int width;

  /** Fingerprints by open addressing; 0 is a free slot and stands beside the array. */
  private long[] slots = new long[64];

  private int size;
  private boolean hasZero;

  /**
   * @param width tokens in a context; 0 gives a set that stays empty
   */
  public ContextSet(int width) {
    if (width < 0) {
      throw new IllegalArgumentException("width must not be negative but is " + width);
    }
    this.width = width;
  }

  public int width() {
    return width;
  }

  /** The contexts that a token follows: all but the one at the very end. */
  ContextSet addFollowed(long[] ids) {
    addUntil(ids, ids.length - 1);
    return this;
  }

  /** All contexts, the one at the very end among them. */
  public ContextSet addAll(long[] ids) {
    addUntil(ids, ids.length);
    return this;
  }

  private void addUntil(long[] ids, int last) {
    for (int end = width; width > 0 && end <= last; end++) {
      add(fingerprint(ids, end - width, width));
    }
  }

  public boolean isEmpty() {
    return size == 0 && !hasZero;
  }

  /** Whether the {@code width} tokens before {@code position} are in the set. */
  public boolean containsBefore(long[] ids, int position) {
    if (isEmpty() || position < width) {
      return false;
    }
    long fingerprint = fingerprint(ids, position - width, width);
    return fingerprint == 0 ? hasZero : slots[slotOf(fingerprint)] == fingerprint;
  }

  private void add(long fingerprint) {
    if (fingerprint == 0) {
      hasZero = true;
      return;
    }
    int slot = slotOf(fingerprint);
    if (slots[slot] == 0) {
      slots[slot] = fingerprint;
      size++;
      if (2 * size > slots.length) {
        grow();
      }
    }
  }

  private int slotOf(long fingerprint) {
    int slot = (int) fingerprint & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != fingerprint) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    Arrays.stream(old).filter(kept -> kept != 0).forEach(kept -> slots[slotOf(kept)] = kept);
  }

  /** 64 bits for a run of tokens. */
  public static long fingerprint(long[] ids, int from, int width) {
    long hash = 0;
    for (int i = from; i < from + width; i++) {
      hash = (hash ^ ids[i]) * 0xff51afd7ed558ccdL + 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    hash *= 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 32;
  }
}
