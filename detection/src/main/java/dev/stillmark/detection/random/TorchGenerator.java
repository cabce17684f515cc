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

  private static final int WORDS = 624;
  private static final int MIDDLE = 397;
  private static final int LEAD = WORDS - MIDDLE;

  /** From here on torch draws 64 bits for each element of a permutation. */
  private static final int SMALLEST_WIDE_PERMUTATION = (int) ((1L << 32) / 20);

  private int[] state = new int[WORDS];
  private int[] spare = new int[WORDS];
  private final int[] draws = new int[WORDS];
  private int next = WORDS;
  private @Nullable Divisors divisors;
  private int[] scratch = new int[0];

  /** Scratch that must be seeded before it draws. */
  public TorchGenerator() {}

  public static TorchGenerator seededWith(int seed) {
    TorchGenerator generator = new TorchGenerator();
    generator.seed(seed);
    return generator;
  }

  public void seed(int seed) {
    int word = seed;
    state[0] = word;
    for (int j = 1; j < WORDS; j++) {
      word = 1812433253 * (word ^ (word >>> 30)) + j;
      state[j] = word;
    }
    next = WORDS;
  }

  /** The next draw, uniform over all 32-bit values. */
  public int nextInt() {
    if (next == WORDS) {
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
    while (left > WORDS - next) {
      left -= WORDS - next;
      drawBlock();
    }
    next += (int) left;
  }

  /**
   * The integer m of element {@code index} of torch.rand, right after seeding; to be seeded anew
   * before any other draw.
   *
   * <p>Blocks before the element's own are twisted and not tempered, and of its own block only the
   * words that the element follows from: at most four.
   */
  public int floatBitsAt(int index) {
    for (int blocks = index / WORDS; blocks > 0; blocks--) {
      twistState();
    }
    return temper(twistedWord(index % WORDS)) & 0xffffff;
  }

  /** One word of the next block, which is itself not drawn. */
  private int twistedWord(int at) {
    int middle = at < LEAD ? state[at + MIDDLE] : twistedWord(at - LEAD);
    int lower = at == WORDS - 1 ? twistedWord(0) : state[at + 1];
    return middle ^ twist(state[at], lower);
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
   * As {@link #isInHead}, right after seeding, faster from the second call on: the first prepares
   * divisors for this head and size.
   */
  public boolean isInPreparedHead(int element, int head, int size) {
    requireHead(head, size);
    Divisors prepared = preparedFor(head, size);
    int place = element;
    for (int start = 0; start < head; start += WORDS) {
      drawBlock();
      int end = Math.min(start + WORDS, head);
      int from = start;
      // Within a block the element can be moved on several times, each time by its own place's
      // swap.
      while (place >= from && place < end) {
        int drawn = place + Integer.remainderUnsigned(draws[place - start], size - place);
        int moved = place + 1;
        if (prepared.firstDrawing(place, draws, from - start, from, moved) < moved) {
          return true;
        }
        place = drawn;
        from = moved;
      }
      if (prepared.firstDrawing(place, draws, from - start, from, end) < end) {
        return true;
      }
    }
    return false;
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
    for (int start = 0; start < head; start += WORDS) {
      drawBlock();
      int end = Math.min(start + WORDS, head);
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

  private static void requireHead(int head, int size) {
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
    twistState();
    temperBlock(state, draws);
    next = 0;
  }

  private void twistState() {
    twistBlock(state, spare);
    int[] swapped = state;
    state = spare;
    spare = swapped;
  }

  /**
   * From one array into another, in stretches that read nothing they write: that lets the compiler
   * use vector instructions.
   */
  private static void twistBlock(int[] from, int[] to) {
    for (int k = 0; k < LEAD; k++) {
      to[k] = from[k + MIDDLE] ^ twist(from[k], from[k + 1]);
    }
    for (int k = LEAD; k < 2 * LEAD; k++) {
      to[k] = to[k - LEAD] ^ twist(from[k], from[k + 1]);
    }
    for (int k = 2 * LEAD; k < WORDS - 1; k++) {
      to[k] = to[k - LEAD] ^ twist(from[k], from[k + 1]);
    }
    to[WORDS - 1] = to[MIDDLE - 1] ^ twist(from[WORDS - 1], to[0]);
  }

  private static void temperBlock(int[] words, int[] draws) {
    for (int k = 0; k < WORDS; k++) {
      draws[k] = temper(words[k]);
    }
  }

  private static int twist(int upper, int lower) {
    int joined = (upper & 0x80000000) | (lower & 0x7fffffff);
    return (joined >>> 1) ^ (-(joined & 1) & 0x9908b0df);
  }

  private static int temper(int word) {
    int mixed = word ^ (word >>> 11);
    mixed ^= (mixed << 7) & 0x9d2c5680;
    mixed ^= (mixed << 15) & 0xefc60000;
    return mixed ^ (mixed >>> 18);
  }
}
