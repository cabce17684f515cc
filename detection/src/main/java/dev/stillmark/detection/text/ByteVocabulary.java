package dev.stillmark.detection.text;

import java.util.Arrays;

/**
 * The tokens of a byte-level vocabulary in a few flat arrays, found by their bytes.
 *
 * <p>A token's id is its rank, and every single byte is one. The table is open-addressed and holds
 * two numbers a slot, side by side in one cache line: the token's first eight bytes, which are all
 * of most tokens, and its length and id. Before it stands a bit per hash that is small enough to
 * stay in a core's cache: merging often asks for ranges that are no tokens. Immutable.
 */
final class ByteVocabulary {

  /** Higher than every id, so that a range that is no token is the last to merge. */
  static final int NONE = Integer.MAX_VALUE;

  private static final long EMPTY = 0;
  private static final int FILTER_BITS = 20;
  private static final long MIX = 0x9e3779b97f4a7c15L;
  private static final long MIX_LAST = 0xc2b2ae3d27d4eb4fL;

  private final byte[] pool;
  private final int[] offsets;
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];
  private final long[] table;
  private final int tableShift;
  private final int longest;

  /**
   * Throws IllegalArgumentException where a single byte is no token.
   *
   * @param bytes the tokens' bytes, one behind another in the order of their ids
   * @param ends where each token ends
   */
  ByteVocabulary(byte[] bytes, int[] ends) {
    pool = Arrays.copyOf(bytes, bytes.length + Words.PADDING);
    offsets = new int[ends.length + 1];
    System.arraycopy(ends, 0, offsets, 1, ends.length);
    int slotBits = 1 + Integer.SIZE - Integer.numberOfLeadingZeros(ends.length);
    tableShift = Long.SIZE - slotBits;
    table = new long[2 << slotBits];
    longest = addAll();
    requireEveryByte();
  }

  private void requireEveryByte() {
    byte[] padded = new byte[1 + Words.PADDING];
    for (int b = 0; b < 256; b++) {
      padded[0] = (byte) b;
      if (find(padded, 0, 1) == NONE) {
        throw new IllegalArgumentException(
            "vocabulary must hold every byte but lacks 0x%02x".formatted(b));
      }
    }
  }

  private int addAll() {
    int most = 0;
    for (int id = 0; id < size(); id++) {
      int length = offsets[id + 1] - offsets[id];
      add(id, length);
      most = Math.max(most, length);
    }
    return most;
  }

  private void add(int id, int length) {
    long word = Words.at(pool, offsets[id], length);
    long hash = hash(pool, offsets[id], length, word);
    int bit = filterBit(hash);
    filter[bit >>> 6] |= 1L << bit;
    int slot = slot(hash);
    while (table[slot + 1] != EMPTY) {
      slot = after(slot);
    }
    table[slot] = word;
    table[slot + 1] = ((long) length << Integer.SIZE) | id;
  }

  int size() {
    return offsets.length - 1;
  }

  byte[] bytesOf(int id) {
    return Arrays.copyOfRange(pool, offsets[id], offsets[id + 1]);
  }

  /** The id of {@code padded[from..to)}, at least one byte, or {@link #NONE}. */
  int find(byte[] padded, int from, int to) {
    int length = to - from;
    if (length > longest) {
      return NONE;
    }
    long word = Words.at(padded, from, length);
    long hash = hash(padded, from, length, word);
    int bit = filterBit(hash);
    boolean isNone = ((filter[bit >>> 6] >>> bit) & 1) == 0;
    return isNone ? NONE : find(padded, from, length, word, slot(hash));
  }

  private int find(byte[] padded, int from, int length, long word, int firstSlot) {
    int slot = firstSlot;
    long entry = table[slot + 1];
    while (entry != EMPTY) {
      if (table[slot] == word && isToken(entry, padded, from, length)) {
        return (int) entry;
      }
      slot = after(slot);
      entry = table[slot + 1];
    }
    return NONE;
  }

  private boolean isToken(long entry, byte[] padded, int from, int length) {
    if ((int) (entry >>> Integer.SIZE) != length) {
      return false;
    }
    int offset = offsets[(int) entry];
    return length <= Long.BYTES
        || Arrays.equals(pool, offset, offset + length, padded, from, from + length);
  }

  private static long hash(byte[] padded, int from, int length, long word) {
    long mixed = word * MIX;
    if (length > Long.BYTES) {
      mixed += (Words.at(padded, from + length - Long.BYTES) ^ length) * MIX_LAST;
    }
    return (mixed ^ (mixed >>> Integer.SIZE)) * MIX;
  }

  private static int filterBit(long hash) {
    return (int) (hash >>> (Long.SIZE - FILTER_BITS));
  }

  private int slot(long hash) {
    return (int) (hash >>> tableShift) << 1;
  }

  private int after(int slot) {
    return (slot + 2) & (table.length - 1);
  }
}
