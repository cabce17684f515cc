package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.random.TorchGenerator;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.lang.ref.SoftReference;
import java.util.Arrays;

/**
 * Seeds from a window that ends with the candidate: the least of key · a · b over the window, a
 * being a token's place in a keyed permutation and b the candidate's; signed, in 64-bit arithmetic
 * that wraps, then floored modulo 2^64 - 1.
 */
final class SelfhashSeeds implements SeedRule {

  private static final int TABLE_SIZE = 1_000_003;

  private final int keyWord;
  private final long keyBits;
  private final int contextWidth;
  private final int[] vocabularyTable;
  private volatile SoftReference<int[]> wholeTable = new SoftReference<>(null);

  SelfhashSeeds(WatermarkKey key, int contextWidth, int vocabularySize) {
    this.keyWord = key.value().intValue();
    this.keyBits = key.value().longValue();
    this.contextWidth = contextWidth;
    int used = Math.min(vocabularySize, TABLE_SIZE - 1);
    this.vocabularyTable =
        Arrays.copyOf(
            TorchGenerator.seededWith(keyWord).permutationWithHead(used, TABLE_SIZE), used);
  }

  @Override
  public int firstPosition() {
    return contextWidth - 1;
  }

  @Override
  public int at(long[] tokens, int position) {
    long candidate = place(tokens[position]);
    long least = Long.MAX_VALUE;
    for (int i = position - contextWidth + 1; i <= position; i++) {
      least = Math.min(least, keyBits * place(tokens[i]) * candidate);
    }
    return (int) SeedModulus.residue(least);
  }

  private long place(long token) {
    int index = Math.floorMod(token, TABLE_SIZE);
    return 1L + (index < vocabularyTable.length ? vocabularyTable[index] : wholeTable()[index]);
  }

  /**
   * Only ids beyond the vocabulary look past its part of the table. They are rare, and 4 MB for
   * each of a hundred decoy keys are not kept for them when memory is short.
   */
  private int[] wholeTable() {
    int[] table = wholeTable.get();
    if (table == null) {
      table = TorchGenerator.seededWith(keyWord).permutation(TABLE_SIZE);
      wholeTable = new SoftReference<>(table);
    }
    return table;
  }
}
