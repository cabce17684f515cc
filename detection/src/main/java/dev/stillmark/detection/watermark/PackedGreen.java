package dev.stillmark.detection.watermark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of up to 128 keys find a token green after another: two words of bits, key k in bit k.
 *
 * <p>A pair is decided by itself, which costs every key one membership. After a few pairs with the
 * same preceding token, and where the vocabulary is small, the whole lists behind that token cost
 * less than further pairs, so they are drawn and kept. All memory is bounded. Safe for use by many
 * threads.
 */
final class PackedGreen {

  /** Up to here a preceding token's lists under all keys fit 128 KiB. */
  private static final int SMALL_VOCABULARY = 8192;

  /** A list costs about as much as this many memberships. */
  private static final int PAIRS_WORTH_A_LIST = 3;

  private static final int LIST_MEMORY_BYTES = 48 << 20;

  private final KgwScheme scheme;
  private final List<GreenLists> keys;
  private final PairCache pairs = new PairCache();
  private final Map<Long, long[]> lists;
  private final byte[] pairsAfter;

  PackedGreen(KgwScheme scheme, List<GreenLists> keys) {
    this.scheme = scheme;
    this.keys = keys;
    this.lists = new Recent(LIST_MEMORY_BYTES / (16 * scheme.vocabularySize()));
    this.pairsAfter =
        new byte[scheme.vocabularySize() <= SMALL_VOCABULARY ? scheme.vocabularySize() : 0];
  }

  /** Writes the two words for {@code token} after {@code previous} into {@code bits}. */
  void after(long previous, long token, long[] bits) {
    if (token < 0 || token >= scheme.vocabularySize()) {
      bits[0] = 0;
      bits[1] = 0;
    } else if (!pairs.recall(previous, token, bits)) {
      decide(previous, token, bits);
      pairs.remember(previous, token, bits);
    }
  }

  private void decide(long previous, long token, long[] bits) {
    long @Nullable [] listed = recall(previous);
    if (listed == null && isWorthAList(previous)) {
      listed = draw(previous);
      remember(previous, listed);
    }
    if (listed == null) {
      decidePair(previous, token, bits);
    } else {
      bits[0] = listed[2 * (int) token];
      bits[1] = listed[2 * (int) token + 1];
    }
  }

  private synchronized boolean isWorthAList(long previous) {
    if (previous < 0 || previous >= pairsAfter.length) {
      return false;
    }
    int seen = pairsAfter[(int) previous];
    if (seen < PAIRS_WORTH_A_LIST) {
      pairsAfter[(int) previous]++;
    }
    return seen >= PAIRS_WORTH_A_LIST;
  }

  private void decidePair(long previous, long token, long[] bits) {
    TorchGenerator scratch = new TorchGenerator();
    bits[0] = 0;
    bits[1] = 0;
    for (int key = 0; key < keys.size(); key++) {
      int seed = keys.get(key).seedAfter(previous);
      if (GreenLists.isGreen(
          seed, token, scheme.vocabularySize(), scheme.greenListSize(), scratch)) {
        bits[key >>> 6] |= 1L << key;
      }
    }
  }

  private long[] draw(long previous) {
    TorchGenerator scratch = new TorchGenerator();
    long[] drawn = new long[2 * scheme.vocabularySize()];
    for (int key = 0; key < keys.size(); key++) {
      scratch.seed(keys.get(key).seedAfter(previous));
      int[] order = scratch.preparedHead(scheme.greenListSize(), scheme.vocabularySize());
      long bit = 1L << key;
      int word = key >>> 6;
      for (int i = 0; i < scheme.greenListSize(); i++) {
        drawn[2 * order[i] + word] |= bit;
      }
    }
    return drawn;
  }

  private long @Nullable [] recall(long previous) {
    synchronized (lists) {
      return lists.get(previous);
    }
  }

  private void remember(long previous, long[] drawn) {
    synchronized (lists) {
      lists.put(previous, drawn);
    }
  }

  /** Forgets what was used least recently. */
  private static final class Recent extends LinkedHashMap<Long, long[]> {

    private static final long serialVersionUID = 1L;

    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, long[]> eldest) {
      return size() > most;
    }
  }
}
