package dev.stillmark.detection.random;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tells, in 32 bits and without a division, whether a divisor d = size - i of the first swaps
 * of torch.randperm(size) divides a sum x of a draw and at most size.
 *
 * <p>With d = o · 2^t, o odd, d divides x only where x · o⁻¹ mod 2^32 is at most max(x) / o and the
 * low t bits of x are 0. Source: Granlund and Montgomery, "Division by invariant integers using
 * multiplication" (1994), section 9. Shared, so nobody writes to the arrays.
 *
 * @param oddInverses o⁻¹ mod 2^32, or 0 for a power of 2, of which the low bits say all
 * @param lowBits what moves the low t bits of x to the top, 0 where there are none
 * @param halfLimits above half of what passes: halved, a difference of unsigned shows its sign
 */
public record SwapTables(int size, int[] oddInverses, int[] lowBits, int[] halfLimits) {

  /** Tables are the same for all keys of a scheme, which may be thousands. */
  private static final Map<Long, SoftReference<SwapTables>> KNOWN = new ConcurrentHashMap<>();

  /**
   * For the first {@code head} swaps, fewer than {@code size}, so that every divisor is above 1.
   */
  public static SwapTables of(int head, int size) {
    TorchGenerator.requireHead(head, size);
    long shape = (long) head << Integer.SIZE | size;
    SoftReference<SwapTables> known = KNOWN.get(shape);
    SwapTables tables = known == null ? null : known.get();
    if (tables == null) {
      tables = computed(head, size);
      KNOWN.put(shape, new SoftReference<>(tables));
    }
    return tables;
  }

  private static SwapTables computed(int head, int size) {
    SwapTables tables = new SwapTables(size, new int[head], new int[head], new int[head]);
    for (int i = 0; i < head; i++) {
      int twos = Integer.numberOfTrailingZeros(size - i);
      int odd = (size - i) >>> twos;
      // The quotient by o ≥ 3 has no more than 32 bits.
      tables.oddInverses[i] = odd == 1 ? 0 : inverse(odd);
      tables.lowBits[i] = twos == 0 ? 0 : 1 << (Integer.SIZE - twos);
      tables.halfLimits[i] = odd == 1 ? 1 : (int) ((tables.greatestSum() / odd) >>> 1) + 1;
    }
    return tables;
  }

  /** o⁻¹ mod 2^32 by Newton's iteration, which doubles the right bits: 3, 6, 12, 24, 48. */
  private static int inverse(int odd) {
    int inverse = odd;
    for (int step = 0; step < 4; step++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  /** Swaps that the tables are for. */
  public int head() {
    return oddInverses.length;
  }

  /** False where the divisor of swap {@code i} does not divide {@code sum}, mod 2^32 what it is. */
  public boolean mayDivide(int i, int sum) {
    return ((sum * oddInverses[i] | sum * lowBits[i]) >>> 1) - halfLimits[i] < 0;
  }

  /** The greatest sum of a draw and a place's distance from the end. */
  public long greatestSum() {
    return (1L << Integer.SIZE) - 1 + size;
  }
}
