package dev.stillmark.detection.evidence;

/**
 * The two-word score of an item whose decoys are packed beside it: bit 0 is the true key's, bit d
 * the one of decoy d, 1..127.
 */
public final class PackedBits {

  private PackedBits() {}

  /** Whether {@code key} (0 is the true one) finds the item at {@code index} green. */
  public static boolean isGreen(EvidenceSet packed, int index, int key) {
    return (packed.score(index, key >>> 6) >>> (key & 63) & 1) == 1;
  }

  /** Adds the green ones at {@code index} to {@code greenByKey}. */
  public static void count(EvidenceSet packed, int index, int[] greenByKey) {
    for (int word = 0; word * 64 < greenByKey.length; word++) {
      long bits = packed.score(index, word);
      while (bits != 0) {
        int key = word * 64 + Long.numberOfTrailingZeros(bits);
        if (key < greenByKey.length) {
          greenByKey[key]++;
        }
        bits &= bits - 1;
      }
    }
  }
}
