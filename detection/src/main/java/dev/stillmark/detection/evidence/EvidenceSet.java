package dev.stillmark.detection.evidence;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A set of distinct scored items, each in a group, that merges by union.
 *
 * <p>Per item the merge is a join: absent below a score, a score below <em>conflicted</em> (two
 * different scores were seen; such an item is never scored again). The order of an item is the
 * smallest order of any output that held it. Join and minimum are commutative, associative and
 * idempotent, hence so is {@link #union}, and {@link #encode} gives the same bytes for the same
 * items however they arrived.
 *
 * <p>Past its capacity the set keeps exactly the groups whose sampling hash lies under 2^(64-j),
 * with the smallest j that fits: a function of the items alone, since a larger set never fits where
 * a smaller one did not.
 */
public final class EvidenceSet {

  /** Items that a set holds before it starts to sample whole groups. */
  public static final int DEFAULT_CAPACITY = 1 << 20;

  private final int capacity;
  private final int scoreWords;
  private final int halvings;
  private final GroupRuns groups;
  private final long[] items;
  private final int[] orders;
  private final long[] scores;
  private final BitSet conflicted;

  private EvidenceSet(
      int capacity,
      int scoreWords,
      int halvings,
      long[] groups,
      long[] items,
      int[] orders,
      long[] scores,
      BitSet conflicted) {
    this.capacity = capacity;
    this.scoreWords = scoreWords;
    this.halvings = halvings;
    this.groups = GroupRuns.of(groups);
    this.items = items;
    this.orders = orders;
    this.scores = scores;
    this.conflicted = conflicted;
  }

  /** An empty set whose scores are {@code scoreWords} (1 or 2) 64-bit words wide. */
  public static EvidenceSet empty(int scoreWords) {
    return builder(scoreWords).build();
  }

  public static Builder builder(int scoreWords) {
    return new Builder(scoreWords, DEFAULT_CAPACITY);
  }

  public static Builder builder(int scoreWords, int capacity) {
    return new Builder(scoreWords, capacity);
  }

  /** A builder for a set that was sampled already. */
  static Builder builder(int scoreWords, int capacity, int expected, int halvings) {
    return new Builder(scoreWords, capacity, expected, halvings);
  }

  public int size() {
    return items.length;
  }

  public int scoreWords() {
    return scoreWords;
  }

  public int capacity() {
    return capacity;
  }

  /** j: how often the sampling threshold was halved; 0 while the set is complete. */
  public int halvings() {
    return halvings;
  }

  /** Items seen with two different scores. */
  public int conflicts() {
    return conflicted.cardinality();
  }

  /** The item at {@code index} in canonical order (by group, then item, both unsigned). */
  public long item(int index) {
    return items[index];
  }

  public long group(int index) {
    return groups.at(index);
  }

  /**
   * Unsigned 32 bits: the smallest {@link dev.stillmark.detection.OutputId#order()} that held it.
   */
  public int order(int index) {
    return orders[index];
  }

  public boolean isConflicted(int index) {
    return conflicted.get(index);
  }

  /** Word {@code word} (0 or 1) of the score at {@code index}; 0 where the item is conflicted. */
  public long score(int index, int word) {
    return scores[index * scoreWords + word];
  }

  /** The union of sets of the same width and capacity. */
  public static EvidenceSet union(List<EvidenceSet> sets) {
    EvidenceSet first = sets.getFirst();
    int total = 0;
    int halvings = 0;
    for (EvidenceSet set : sets) {
      if (set.scoreWords != first.scoreWords || set.capacity != first.capacity) {
        throw new IllegalArgumentException(
            "sets must agree in score width and capacity but have %d and %d words, %d and %d items"
                .formatted(first.scoreWords, set.scoreWords, first.capacity, set.capacity));
      }
      total = Math.addExact(total, set.size());
      halvings = Math.max(halvings, set.halvings);
    }
    Builder all = new Builder(first.scoreWords, first.capacity, total, halvings);
    for (EvidenceSet set : sets) {
      all.addAll(set);
    }
    return all.build();
  }

  /** Canonical bytes, see docs/evidence-format.md: the same items give the same bytes. */
  public byte[] encode() {
    return EvidenceCodec.encode(this);
  }

  /**
   * The inverse of {@link #encode}; anything that is not canonical is an IllegalArgumentException.
   */
  public static EvidenceSet decode(byte[] bytes) {
    return EvidenceCodec.decode(bytes);
  }

  /** The place of a group in the sampling order; independent of every score. */
  static long samplingHash(long group) {
    long x = group ^ 0x9e3779b97f4a7c15L;
    x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }

  private static boolean isSampled(long group, int halvings) {
    return halvings == 0 || samplingHash(group) >>> (64 - halvings) == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvidenceSet that && Arrays.equals(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items) * 31 + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    return "EvidenceSet[%d items, %d conflicts, %d halvings]"
        .formatted(size(), conflicts(), halvings);
  }

  /** Collects items in any order, repeats included. Belongs to one thread. */
  public static final class Builder {

    private final int capacity;
    private final int scoreWords;
    private int halvings;
    private int size;
    private long[] groups;
    private long[] items;
    private int[] orders;
    private long[] scores;
    private final BitSet conflicted = new BitSet();

    private Builder(int scoreWords, int capacity) {
      this(scoreWords, capacity, 64, 0);
    }

    private Builder(int scoreWords, int capacity, int expected, int halvings) {
      if (scoreWords < 1 || scoreWords > 2) {
        throw new IllegalArgumentException("scoreWords must be 1 or 2 but is " + scoreWords);
      }
      if (capacity < 1) {
        throw new IllegalArgumentException("capacity must be at least 1 but is " + capacity);
      }
      this.capacity = capacity;
      this.scoreWords = scoreWords;
      this.halvings = halvings;
      this.groups = new long[expected];
      this.items = new long[expected];
      this.orders = new int[expected];
      this.scores = new long[expected * scoreWords];
    }

    /** Adds an item with a one-word score. */
    public Builder add(long group, long item, int order, long score) {
      return add(group, item, order, score, 0);
    }

    /** Adds an item; the second word must be 0 in a set of one-word scores. */
    public Builder add(long group, long item, int order, long first, long second) {
      if (scoreWords == 1 && second != 0) {
        throw new IllegalArgumentException("a one-word score must have a second word of 0");
      }
      append(group, item, order, first, second, false);
      return this;
    }

    private void addAll(EvidenceSet set) {
      for (int i = 0; i < set.size(); i++) {
        long second = scoreWords == 2 ? set.score(i, 1) : 0;
        append(
            set.group(i),
            set.items[i],
            set.orders[i],
            set.score(i, 0),
            second,
            set.isConflicted(i));
      }
    }

    void append(long group, long item, int order, long first, long second, boolean conflict) {
      if (!isSampled(group, halvings)) {
        return;
      }
      if (size == items.length) {
        grow();
      }
      groups[size] = group;
      items[size] = item;
      orders[size] = order;
      scores[size * scoreWords] = first;
      if (scoreWords == 2) {
        scores[size * scoreWords + 1] = second;
      }
      conflicted.set(size, conflict);
      size++;
    }

    private void grow() {
      int larger = Math.max(64, size + (size >> 1));
      groups = Arrays.copyOf(groups, larger);
      items = Arrays.copyOf(items, larger);
      orders = Arrays.copyOf(orders, larger);
      scores = Arrays.copyOf(scores, larger * scoreWords);
    }

    /** The set of everything added so far. */
    public EvidenceSet build() {
      int[] byPlace = CanonicalOrder.of(groups, items, size);
      EvidenceSet joined = join(byPlace);
      int level = joined.halvings;
      int kept = joined.size();
      while (kept > capacity) {
        level++;
        kept = joined.countSampled(level);
      }
      return level == joined.halvings ? joined : joined.sample(level, kept);
    }

    private EvidenceSet join(int[] byPlace) {
      int distinct = countDistinct(byPlace);
      long[] g = new long[distinct];
      long[] it = new long[distinct];
      int[] o = new int[distinct];
      long[] s = new long[distinct * scoreWords];
      BitSet c = new BitSet();
      int n = -1;
      for (int from : byPlace) {
        if (n < 0 || g[n] != groups[from] || it[n] != items[from]) {
          n++;
          g[n] = groups[from];
          it[n] = items[from];
          o[n] = orders[from];
          c.set(n, conflicted.get(from));
          System.arraycopy(scores, from * scoreWords, s, n * scoreWords, scoreWords);
          continue;
        }
        o[n] = Integer.compareUnsigned(orders[from], o[n]) < 0 ? orders[from] : o[n];
        if (conflicted.get(from) || !sameScore(s, n, from)) {
          c.set(n);
        }
      }
      for (int i = c.nextSetBit(0); i >= 0; i = c.nextSetBit(i + 1)) {
        Arrays.fill(s, i * scoreWords, (i + 1) * scoreWords, 0);
      }
      return new EvidenceSet(capacity, scoreWords, halvings, g, it, o, s, c);
    }

    private int countDistinct(int[] byPlace) {
      int count = 0;
      for (int i = 0; i < byPlace.length; i++) {
        boolean repeats =
            i > 0
                && groups[byPlace[i]] == groups[byPlace[i - 1]]
                && items[byPlace[i]] == items[byPlace[i - 1]];
        count += repeats ? 0 : 1;
      }
      return count;
    }

    private boolean sameScore(long[] joined, int at, int from) {
      return Arrays.equals(
          joined,
          at * scoreWords,
          (at + 1) * scoreWords,
          scores,
          from * scoreWords,
          (from + 1) * scoreWords);
    }
  }

  private int countSampled(int level) {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (isSampled(group(i), level)) {
        count++;
      }
    }
    return count;
  }

  private EvidenceSet sample(int level, int kept) {
    long[] g = new long[kept];
    long[] it = new long[kept];
    int[] o = new int[kept];
    long[] s = new long[kept * scoreWords];
    BitSet c = new BitSet();
    int n = 0;
    for (int i = 0; i < size(); i++) {
      if (isSampled(group(i), level)) {
        g[n] = group(i);
        it[n] = items[i];
        o[n] = orders[i];
        System.arraycopy(scores, i * scoreWords, s, n * scoreWords, scoreWords);
        c.set(n, conflicted.get(i));
        n++;
      }
    }
    return new EvidenceSet(capacity, scoreWords, level, g, it, o, s, c);
  }
}
