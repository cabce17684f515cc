package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.random.TorchGenerator;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Seeds under three_bricks' seedings 'additive', 'skip' and 'min', over the table that torch would
 * draw if it were seeded first.
 *
 * <p>The reference draws the table from a generator that nobody seeded, so no text under these
 * seedings can be scored later; what can be held against it is the arithmetic and the permutation.
 */
final class TableSeeds {

  private static final int SIZE = 1_000_003;
  private static final long SALT = 35_317;

  private final int[] table;

  TableSeeds(BigInteger tableSeed) {
    this.table = TorchGenerator.seededWith(tableSeed.intValue()).permutation(SIZE);
  }

  long under(String seeding, long[] prefix) {
    return switch (seeding) {
      case "additive" -> hash(Arrays.stream(prefix).sum());
      case "skip" -> hash(prefix[0]);
      case "min" -> Arrays.stream(prefix).map(this::hash).min().orElseThrow();
      default -> throw new IllegalArgumentException("no such seeding: " + seeding);
    };
  }

  private long hash(long integer) {
    return table[(int) Math.floorMod(SALT * integer, (long) SIZE)];
  }
}
