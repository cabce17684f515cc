package dev.stillmark.detection.watermark.synthid;

import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Schemes, keys and texts that tests share. */
final class Schemes {

  static final SynthIdDialect TABLE = table(1 << 16, 0);
  static final SynthIdDialect SHIFTED = new SynthIdDialect.DeepMind2025();

  private Schemes() {}

  static SynthIdDialect table(int size, long seed) {
    return new SynthIdDialect.Transformers(SamplingTable.draw(size, seed));
  }

  static SynthIdScheme of(SynthIdDialect dialect, int depth, int ngramLength) {
    return new SynthIdScheme(
        dialect,
        depth,
        ngramLength,
        1024,
        null,
        SynthIdScheme.Mode.NON_DISTORTIONARY,
        new MeanScore(),
        null);
  }

  static WatermarkKey key(long... keys) {
    return WatermarkKey.of(LongStream.of(keys).mapToObj(BigInteger::valueOf).toList());
  }

  static long[] randomIds(Random random, int count, int vocabulary) {
    long[] ids = new long[count];
    Arrays.setAll(ids, _ -> random.nextInt(vocabulary));
    return ids;
  }

  /** Those of all n-grams of a text, in order. */
  static long[] hashes(GValues values, long[] ids) {
    return IntStream.range(values.firstPosition(), ids.length)
        .mapToLong(position -> values.hashAt(ids, position))
        .toArray();
  }

  /** Adds all n-grams of a text. */
  static DistinctWindows count(GValues values, long[] ids) {
    DistinctWindows windows = new DistinctWindows(values.scheme().dialect());
    long[] hashes = hashes(values, ids);
    long[] masks = new long[hashes.length];
    values.masks(hashes, hashes.length, masks);
    windows.add(hashes, masks, hashes.length);
    return windows;
  }
}
