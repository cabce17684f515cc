package dev.stillmark.detection.watermark.kgw;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;

/** How the tokens around a position seed the generator that draws its green list. */
sealed interface SeedRule permits LefthashSeeds, SelfhashSeeds {

  static SeedRule of(KgwScheme scheme, WatermarkKey key) {
    return scheme.seeding() == Seeding.LEFTHASH
        ? new LefthashSeeds(key, scheme.contextWidth())
        : new SelfhashSeeds(key, scheme.contextWidth(), scheme.vocabularySize());
  }

  /** The first position (from 0) that has the tokens its window needs. */
  int firstPosition();

  /** The seed's low 32 bits, all that torch uses; {@code position} is not checked here. */
  int at(long[] tokens, int position);
}
