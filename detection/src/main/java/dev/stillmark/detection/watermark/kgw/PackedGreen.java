package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.HeadMemberships;
import dev.stillmark.detection.random.TorchGenerator;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which of up to 128 keys find a token green after another: two words of bits, key k in bit k.
 *
 * <p>A pair is decided by itself, which costs every key one membership. Where the vocabulary is
 * small, the whole lists behind a preceding token cost less than its pairs after a few of them, so
 * they are drawn and kept as long as memory allows. Safe for use by many threads.
 */
final class PackedGreen {

  /** Up to here the lists behind all preceding tokens fit 256 MiB under 128 keys. */
  private static final int SMALL_VOCABULARY = 4096;

  /**
   * A preceding token that comes again after this many pairs is worth a list: it costs about three.
   */
  private static final int PAIRS_WORTH_A_LIST = 1;

  private static final int SLOT_BITS_BESIDE_LISTS = 14;
  private static final int SLOT_BITS = 19;

  private final KgwScheme scheme;
  private final List<GreenLists> keys;
  private final PairCache pairs;

  /** Bytes that one token's bits take in a list: a bit for every key. */
  private final int stride;

  private final AtomicReferenceArray<@Nullable SoftReference<byte[]>> lists;
  private final byte[] pairsAfter;
  private final ThreadLocal<KeyScratch> scratch;

  PackedGreen(KgwScheme scheme, List<GreenLists> keys) {
    this.scheme = scheme;
    this.keys = keys;
    int listed = scheme.vocabularySize() <= SMALL_VOCABULARY ? scheme.vocabularySize() : 0;
    this.stride = (keys.size() + Byte.SIZE - 1) / Byte.SIZE;
    this.lists = new AtomicReferenceArray<>(listed);
    this.pairsAfter = new byte[listed];
    this.scratch = ThreadLocal.withInitial(() -> new KeyScratch(scheme, keys.size()));
    this.pairs = new PairCache(listed > 0 ? SLOT_BITS_BESIDE_LISTS : SLOT_BITS);
  }

  /** Writes the two words for {@code token} after {@code previous} into {@code bits}. */
  void after(long previous, long token, long[] bits) {
    bits[0] = 0;
    bits[1] = 0;
    if (!scheme.holds(token)) {
      return;
    }
    byte[] listed = listAfter(previous);
    if (listed != null) {
      read(listed, (int) token, bits);
    } else if (!pairs.recall(previous, token, bits)) {
      decidePair(previous, token, bits);
      pairs.remember(previous, token, bits);
    }
  }

  private void read(byte[] listed, int token, long[] bits) {
    for (int i = 0; i < stride; i++) {
      bits[i >>> 3] |= (listed[token * stride + i] & 0xffL) << (Byte.SIZE * (i & 7));
    }
  }

  private byte @Nullable [] listAfter(long previous) {
    if (previous < 0 || previous >= lists.length()) {
      return null;
    }
    int at = (int) previous;
    SoftReference<byte[]> kept = lists.get(at);
    byte[] listed = kept == null ? null : kept.get();
    if (listed == null && isWorthAList(at)) {
      listed = draw(previous);
      lists.set(at, new SoftReference<>(listed));
    }
    return listed;
  }

  /** Threads may count past one another: that only draws a list a little later. */
  private boolean isWorthAList(int previous) {
    int seen = pairsAfter[previous];
    if (seen < PAIRS_WORTH_A_LIST) {
      pairsAfter[previous] = (byte) (seen + 1);
    }
    return seen >= PAIRS_WORTH_A_LIST;
  }

  private void decidePair(long previous, long token, long[] bits) {
    KeyScratch keyScratch = scratch.get();
    int[] seeds = keyScratch.seeds;
    int[] tokens = keyScratch.tokens;
    for (int key = 0; key < seeds.length; key++) {
      seeds[key] = keys.get(key).seedAfter(previous);
    }
    Arrays.fill(tokens, (int) token);
    keyScratch.heads.decide(seeds, tokens, seeds.length);
    for (int key = 0; key < seeds.length; key++) {
      if (HeadMemberships.isIn(tokens[key])) {
        bits[key >>> 6] |= 1L << key;
      }
    }
  }

  private byte[] draw(long previous) {
    TorchGenerator generator = scratch.get().generator;
    byte[] drawn = new byte[stride * scheme.vocabularySize()];
    for (int key = 0; key < keys.size(); key++) {
      generator.seed(keys.get(key).seedAfter(previous));
      int[] order = generator.preparedHead(scheme.greenListSize(), scheme.vocabularySize());
      int bit = 1 << (key & 7);
      int at = key >>> 3;
      for (int i = 0; i < scheme.greenListSize(); i++) {
        drawn[order[i] * stride + at] |= (byte) bit;
      }
    }
    return drawn;
  }

  /** What one thread needs to decide for all keys. */
  private static final class KeyScratch {

    private final int[] seeds;
    private final int[] tokens;
    private final HeadMemberships heads;
    private final TorchGenerator generator = new TorchGenerator();

    KeyScratch(KgwScheme scheme, int keys) {
      this.seeds = new int[keys];
      this.tokens = new int[keys];
      this.heads = scheme.memberships();
    }
  }
}
