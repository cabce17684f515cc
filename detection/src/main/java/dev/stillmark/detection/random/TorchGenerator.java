package dev.stillmark.detection.random;

import org.jspecify.annotations.Nullable;

/**
 * The random numbers of torch's CPU generator, bit for bit: MT19937 in 32-bit draws.
 *
 * <p>Torch seeds it with the low 32 bits of whatever seed it is given, so there are 2^32 streams.
 * One instance is scratch space for one thread: seeding it anew allocates nothing. Source:
 * Matsumoto and Nishimura (1998), and torch's {@code randperm} for CPU tensors.
 */
public final class TorchGenerator {

  private static final int BLOCK = MersenneTwister.STATE;

  /** From here on torch draws 64 bits for each element of a permutation. */
  private static final int SMALLEST_WIDE_PERMUTATION = (int) ((1L << 32) / 20);

  private final MersenneTwister twister = new MersenneTwister(BLOCK);
  private final int[] draws = new int[BLOCK];
  private int next = BLOCK;
  private @Nullable Divisors divisors;
  private @Nullable HeadMemberships memberships;
  private int[] scratch = new int[0];

  /** Scratch that must be seeded before it draws. */
  public TorchGenerator() {}

  public static TorchGenerator seededWith(int seed) {
    TorchGenerator generator = new TorchGenerator();
    generator.seed(seed);
    return generator;
  }

  public void seed(int seed) {
    twister.seed(seed);
    next = BLOCK;
  }

  /** The next draw, uniform over all 32-bit values. */
  public int nextInt() {
    if (next == BLOCK) {
      drawBlock();
    }
    return draws[next++];
  }

  /** The integer m of the next element m · 2^-24 of torch.rand in 32-bit floats. */
  public int nextFloatBits() {
    return nextInt() & 0xffffff;
  }

  /** Leaves out the next {@code count} draws. */
  public void skip(long count) {
    long left = count;
    while (left > BLOCK - next) {
      left -= BLOCK - next;
      drawBlock();
    }
    next += (int) left;
  }

  /**
   * The integer m of element {@code index} of torch.rand, right after seeding; to be seeded anew
   * before any other draw.
   *
   * <p>Of the words before the element's own none is tempered, and behind it none is drawn.
   */
  public int floatBitsAt(int index) {
    for (int blocks = index / BLOCK; blocks > 0; blocks--) {
      twister.hold(BLOCK);
    }
    twister.hold(index % BLOCK + 1);
    return twister.lastDraw() & 0xffffff;
  }

  /** torch.randperm(size). */
  public int[] permutation(int size) {
    return permutationWithHead(size - 1, size);
  }

  /** Elements 0..size-1, the first {@code head} of them as in torch.randperm(size). */
  public int[] permutationWithHead(int head, int size) {
    requireHead(head, size);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int i = 0; i < head; i++) {
      int other = i + Integer.remainderUnsigned(nextInt(), size - i);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }

  /**
   * Whether {@code element} is among the first {@code head} of torch.randperm(size).
   *
   * <p>Follows the one element through the swaps instead of keeping the array: it stays where it is
   * until it is drawn, or until its place is filled and it moves to where the drawn one was.
   */
  public boolean isInHead(int element, int head, int size) {
    requireHead(head, size);
    int place = element;
    for (int i = 0; i < head; i++) {
      int drawn = i + Integer.remainderUnsigned(nextInt(), size - i);
      if (drawn == place) {
        return true;
      }
      if (place == i) {
        place = drawn;
      }
    }
    return false;
  }

  /**
   * Whether {@code element} is among the first {@code head} of torch.randperm(size) behind {@code
   * seed}; leaves this generator's own draws as they are. Fast from the second call for the same
   * head and size on.
   */
  public boolean isInHead(int seed, int element, int head, int size) {
    HeadMemberships prepared = memberships;
    if (prepared == null || !prepared.areFor(head, size)) {
      prepared = new HeadMemberships(head, size);
      memberships = prepared;
    }
    return prepared.contains(seed, element);
  }

  /**
   * As {@link #permutationWithHead}, right after seeding, faster from the second call on and
   * without allocation: the array is scratch that the next call writes again.
   */
  public int[] preparedHead(int head, int size) {
    requireHead(head, size);
    Divisors prepared = preparedFor(head, size);
    int[] order = scratch.length == size ? scratch : new int[size];
    scratch = order;
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int start = 0; start < head; start += BLOCK) {
      drawBlock();
      int end = Math.min(start + BLOCK, head);
      for (int i = start; i < end; i++) {
        int other = i + prepared.remainder(draws[i - start], i);
        int swapped = order[i];
        order[i] = order[other];
        order[other] = swapped;
      }
    }
    return order;
  }

  private Divisors preparedFor(int head, int size) {
    Divisors prepared = divisors;
    if (prepared == null || !prepared.areFor(head, size)) {
      prepared = new Divisors(head, size);
      divisors = prepared;
    }
    return prepared;
  }

  static void requireHead(int head, int size) {
    if (size < 1 || size >= SMALLEST_WIDE_PERMUTATION) {
      throw new IllegalArgumentException(
          "a permutation's size must be within 1..%d but is %d"
              .formatted(SMALLEST_WIDE_PERMUTATION - 1, size));
    }
    if (head < 0 || head >= size) {
      throw new IllegalArgumentException(
          "the head of a permutation must be within 0..%d but is %d".formatted(size - 1, head));
    }
  }

  private void drawBlock() {
    twister.hold(BLOCK);
    twister.copyDraws(draws, BLOCK);
    next = 0;
  }
}
