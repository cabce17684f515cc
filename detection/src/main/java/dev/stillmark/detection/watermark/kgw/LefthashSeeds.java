package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.random.SeedModulus;
import dev.stillmark.detection.watermark.WatermarkKey;

/** Seeds from the token before: key · previous, floored modulo 2^64 - 1, in unbounded integers. */
final class LefthashSeeds implements SeedRule {

  private final long keyResidue;
  private final int contextWidth;

  LefthashSeeds(WatermarkKey key, int contextWidth) {
    this.keyResidue = SeedModulus.residue(key.value());
    this.contextWidth = contextWidth;
  }

  @Override
  public int firstPosition() {
    return contextWidth;
  }

  @Override
  public int at(long[] tokens, int position) {
    return after(tokens[position - 1]);
  }

  int after(long previousToken) {
    return (int) SeedModulus.product(keyResidue, SeedModulus.residue(previousToken));
  }
}
