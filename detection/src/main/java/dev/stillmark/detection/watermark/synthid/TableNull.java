package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.stats.CircularCorrelation;
import dev.stillmark.detection.stats.LayeredTail;
import java.util.BitSet;

/**
 * The exact law of the number of set g-values under keys drawn at random, for fixed distinct seeds
 * of a sampling table.
 *
 * <p>A key turns the table by its low bits, so under a random one every rotation of a layer is as
 * likely as any other, and layers are independent: the law is the one-layer histogram over all
 * rotations, convolved depth times. No tail that can occur is below size^-depth, all that a draw of
 * the keys can prove.
 */
public final class TableNull {

  private final LayeredTail tail;

  private TableNull(LayeredTail tail) {
    this.tail = tail;
  }

  /** Whether keys turn this dialect's draws: a table whose size is a power of two. */
  public static boolean knows(SynthIdDialect dialect) {
    return switch (dialect) {
      case SynthIdDialect.Transformers(SamplingTable table) -> table.readsLowBitsOnly();
      case SynthIdDialect.DeepMind2025() -> false;
    };
  }

  /**
   * @param seeds the distinct n-gram hashes modulo the table's size
   * @throws IllegalArgumentException where {@link #knows} is false
   */
  public static TableNull of(SynthIdScheme scheme, BitSet seeds) {
    if (!(scheme.dialect() instanceof SynthIdDialect.Transformers(SamplingTable table))
        || !table.readsLowBitsOnly()) {
      throw new IllegalArgumentException(
          "an exact null needs a sampling table whose size is a power of two");
    }
    int[] setBits = CircularCorrelation.of(seeds, table.ring(), table.size());
    long[] histogram = new long[seeds.cardinality() + 1];
    for (int count : setBits) {
      histogram[count]++;
    }
    return new TableNull(new LayeredTail(histogram, scheme.depth()));
  }

  /** log10 of the probability that random keys set at least this many g-values. */
  public double log10P(long setBits) {
    return tail.log10(setBits);
  }

  public double mean() {
    return tail.mean();
  }

  public double variance() {
    return tail.variance();
  }
}
