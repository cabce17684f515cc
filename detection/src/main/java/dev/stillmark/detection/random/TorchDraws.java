package dev.stillmark.detection.random;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Single elements of torch.rand by (seed, index), with a fixed memory of recent ones.
 *
 * <p>Seeding alone takes microseconds, and text repeats itself. Safe for use by many threads: an
 * entry is one word, so a reader sees all of it or none.
 */
public final class TorchDraws {

  /*
   * A bijection of the (seed, index) pair's 54 bits gives 15 bits of slot and 39 of tag. An entry
   * holds the tag, a bit that tells it from an empty slot, and the draw's 24 bits: 64 in all. So
   * what is recalled belongs to the very pair that was asked for, never to one that looks like it.
   */
  private static final int INDEX_BITS = 22;
  private static final int PAIR_BITS = Integer.SIZE + INDEX_BITS;
  private static final int SLOT_BITS = 15;
  private static final int TAG_BITS = PAIR_BITS - SLOT_BITS;
  private static final int DRAW_BITS = 24;
  private static final long PAIR_MASK = (1L << PAIR_BITS) - 1;
  private static final long TAG_MASK = (1L << TAG_BITS) - 1;
  private static final long DRAW_MASK = (1L << DRAW_BITS) - 1;

  private final AtomicLongArray entries = new AtomicLongArray(1 << SLOT_BITS);

  /** The integer m of element {@code index} of torch.rand under {@code seed}. */
  public int at(int seed, int index, TorchGenerator scratch) {
    if (index >>> INDEX_BITS != 0) {
      return draw(seed, index, scratch);
    }
    long mixed = mix((long) seed << INDEX_BITS | index);
    int slot = (int) (mixed >>> TAG_BITS);
    long known = (mixed & TAG_MASK) << 1 | 1;
    long entry = entries.getOpaque(slot);
    if (entry >>> DRAW_BITS == known) {
      return (int) (entry & DRAW_MASK);
    }
    int drawn = draw(seed, index, scratch);
    entries.setOpaque(slot, known << DRAW_BITS | drawn);
    return drawn;
  }

  private static int draw(int seed, int index, TorchGenerator scratch) {
    scratch.seed(seed);
    return scratch.floatBitsAt(index);
  }

  /** Odd multiples and shifted exclusive-ors can both be undone modulo 2^54. */
  private static long mix(long pair) {
    long mixed = (pair & PAIR_MASK) * 0x9e3779b97f4a7c15L & PAIR_MASK;
    mixed ^= mixed >>> (PAIR_BITS / 2);
    return mixed * 0xff51afd7ed558ccdL & PAIR_MASK;
  }
}
