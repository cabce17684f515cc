package dev.stillmark.detection.random;

import java.util.BitSet;

/**
 * The first or the last elements of torch.randperm, as a set of them for every seed: a green list.
 *
 * @param size elements of the permutation
 * @param count those in the set, 1..size-1
 * @param fromEnd whether they are the last ones instead of the first
 */
public record PermutationSlice(int size, int count, boolean fromEnd) {

  public PermutationSlice {
    if (count < 1 || count >= size) {
      throw new IllegalArgumentException(
          "count must be within 1..%d but is %d".formatted(size - 1, count));
    }
  }

  /** Swaps that decide: who is not among the first {@code size - count} is among the last. */
  private int head() {
    return fromEnd ? size - count : count;
  }

  /** Whether the seed's set holds {@code element}; never one outside 0..size-1. */
  public boolean contains(int seed, long element, TorchGenerator scratch) {
    if (element < 0 || element >= size) {
      return false;
    }
    return scratch.isInHead(seed, (int) element, head(), size) != fromEnd;
  }

  /** The seed's whole set. */
  public BitSet under(int seed) {
    int[] order = TorchGenerator.seededWith(seed).permutationWithHead(head(), size);
    BitSet set = new BitSet(size);
    for (int i = 0; i < head(); i++) {
      set.set(order[i]);
    }
    if (fromEnd) {
      set.flip(0, size);
    }
    return set;
  }
}
