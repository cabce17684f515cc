package dev.stillmark.detection.watermark;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Green ids of a scheme whose seed is known before the next token is: one whole list for each
 * context, the lists drawn lately kept.
 */
public final class SeededGreens implements GreenIds {

  private static final int SLOT_BITS = 10;

  private final int firstPosition;
  private final Seeds seeds;
  private final IntFunction<BitSet> lists;
  private final int[] keptSeeds = new int[1 << SLOT_BITS];
  private final @Nullable BitSet[] kept = new @Nullable BitSet[1 << SLOT_BITS];

  /** The seed of the list that the token at {@code position} is chosen from. */
  @FunctionalInterface
  public interface Seeds {

    /** Reads only tokens before {@code position}. */
    int at(long[] ids, int position);
  }

  /**
   * @param firstPosition the first position that has the tokens its seed needs
   * @param lists the green ids under a seed
   */
  public SeededGreens(int firstPosition, Seeds seeds, IntFunction<BitSet> lists) {
    this.firstPosition = firstPosition;
    this.seeds = seeds;
    this.lists = lists;
  }

  @Override
  public BitSet next(double[] probabilities, long[] ids, int length) {
    return after(ids, length);
  }

  /** The green ids after the first {@code length} tokens, whatever the model finds probable. */
  BitSet after(long[] ids, int length) {
    return length < firstPosition ? new BitSet() : under(seeds.at(ids, length));
  }

  private BitSet under(int seed) {
    int slot = (seed * 0x9e3779b9) >>> (Integer.SIZE - SLOT_BITS);
    BitSet list = kept[slot];
    if (list == null || keptSeeds[slot] != seed) {
      list = lists.apply(seed);
      kept[slot] = list;
      keptSeeds[slot] = seed;
    }
    return list;
  }
}
