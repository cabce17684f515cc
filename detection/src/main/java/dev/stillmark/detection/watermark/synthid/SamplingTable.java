package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.random.TorchGenerator;
import java.util.BitSet;

/**
 * The table of random bits from which the transformers dialect reads its g-values: {@code
 * torch.randint(0, 2, (size,))} of a generator on the CPU.
 *
 * <p>Equal if size and seed are. Immutable.
 */
public final class SamplingTable {

  static final int LARGEST = 1 << 23;

  private final int size;
  private final long seed;
  private final BitSet bits;
  private final int ones;

  private SamplingTable(int size, long seed, BitSet bits) {
    this.size = size;
    this.seed = seed;
    this.bits = bits;
    this.ones = bits.cardinality();
  }

  /**
   * @param samplingTableSize 65,536 in every implementation's defaults
   * @param samplingTableSeed no secret; torch uses its low 32 bits
   */
  public static SamplingTable draw(int samplingTableSize, long samplingTableSeed) {
    if (samplingTableSize < 2 || samplingTableSize > LARGEST) {
      throw new IllegalArgumentException(
          "samplingTableSize must be within 2..%d but is %d".formatted(LARGEST, samplingTableSize));
    }
    TorchGenerator generator = TorchGenerator.seededWith((int) samplingTableSeed);
    BitSet bits = new BitSet(samplingTableSize);
    for (int i = 0; i < samplingTableSize; i++) {
      bits.set(i, (generator.nextInt() & 1) == 1);
    }
    if (bits.isEmpty() || bits.cardinality() == samplingTableSize) {
      throw new IllegalArgumentException(
          "samplingTableSeed must draw zeros and ones but draws %d ones of %d"
              .formatted(bits.cardinality(), samplingTableSize));
    }
    return new SamplingTable(samplingTableSize, samplingTableSeed, bits);
  }

  public int size() {
    return size;
  }

  public long seed() {
    return seed;
  }

  /** Set entries: their share of the size, not 1/2, is a g-value's mean under Hd. */
  public int ones() {
    return ones;
  }

  /** The entry that a layer's 64-bit key, as a signed number modulo the size, points to. */
  boolean isSetAt(long layerKey) {
    return bits.get(Math.floorMod(layerKey, size));
  }

  /** The entries, packed eight to a byte, the first in the lowest bit. */
  byte[] packed() {
    byte[] packed = new byte[(size + 7) / 8];
    byte[] set = bits.toByteArray();
    System.arraycopy(set, 0, packed, 0, set.length);
    return packed;
  }

  /**
   * Whether the low bits of a hash alone decide: the low bits of a linear congruential step depend
   * on the low bits of its input only.
   */
  boolean readsLowBitsOnly() {
    return Integer.bitCount(size) == 1;
  }

  /**
   * Where {@link #readsLowBitsOnly}: the bit that a layer of key 0 reads for each n-gram hash
   * modulo the size. A layer of key k reads the one k further on.
   */
  BitSet ring() {
    BitSet ring = new BitSet(size);
    for (int hash = 0; hash < size; hash++) {
      ring.set(hash, isSetAt(NgramHash.accumulate(hash, 0)));
    }
    return ring;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SamplingTable that && size == that.size && seed == that.seed;
  }

  @Override
  public int hashCode() {
    return 31 * size + Long.hashCode(seed);
  }

  @Override
  public String toString() {
    return "samplingTableSize=%d samplingTableSeed=%d".formatted(size, seed);
  }
}
