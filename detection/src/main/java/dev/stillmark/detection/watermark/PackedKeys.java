package dev.stillmark.detection.watermark;

/**
 * Up to 128 keys of a scheme whose seeds stand one-to-one for contexts, so that all keys share the
 * distinct items of the first. Safe for use by many threads.
 */
public interface PackedKeys {

  /** The first key's seed; contexts that it cannot tell apart count as one for every key. */
  long seedAt(long[] ids, int position);

  /** Writes two words of green bits for {@code ids[position]}: key k in bit k. */
  void bitsAt(long[] ids, int position, long[] bits);
}
