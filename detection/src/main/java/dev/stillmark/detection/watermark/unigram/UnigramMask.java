package dev.stillmark.detection.watermark.unigram;

import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.random.NumpyGenerator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The green list of one key as a bit for every id, id i in bit i mod 64 of word i / 64.
 *
 * <p>NumPy's {@code default_rng}, seeded with the first four bytes of the key's SHA-256, shuffles
 * |G| ones in front of V - |G| zeros. Ids outside 0..V-1 are red. Immutable.
 */
public final class UnigramMask {

  private final int vocabSize;
  private final long[] green;

  private UnigramMask(int vocabSize, long[] green) {
    this.vocabSize = vocabSize;
    this.green = green;
  }

  static UnigramMask of(int vocabSize, int greenListSize, long key) {
    byte[] shuffled = new byte[vocabSize];
    Arrays.fill(shuffled, 0, greenListSize, (byte) 1);
    NumpyGenerator.seededWith(seed(key)).shuffle(shuffled);
    long[] green = new long[words(vocabSize)];
    for (int id = 0; id < vocabSize; id++) {
      green[id >>> 6] |= (long) shuffled[id] << id;
    }
    return new UnigramMask(vocabSize, green);
  }

  /** The first four bytes, little-endian, of the SHA-256 of the key's eight. */
  static int seed(long key) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    byte[] digest = Sha256.start().digest(bytes.putLong(key).array());
    return ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static int words(int vocabSize) {
    return (vocabSize + 63) >>> 6;
  }

  public boolean isGreen(long id) {
    return id >= 0 && id < vocabSize && (green[(int) id >>> 6] >>> id & 1) == 1;
  }

  /** The distinct ids of some text and the green ones among them. */
  public TypeCount countTypes(long[] ids) {
    long[] seen = new long[green.length];
    long outside = 0;
    for (long id : ids) {
      if (Long.compareUnsigned(id, vocabSize) < 0) {
        seen[(int) id >>> 6] |= 1L << id;
      } else {
        outside++;
      }
    }
    int types = 0;
    int greenTypes = 0;
    for (int word = 0; word < seen.length; word++) {
      types += Long.bitCount(seen[word]);
      greenTypes += Long.bitCount(seen[word] & green[word]);
    }
    return new TypeCount(types, greenTypes, outside);
  }

  /** The green list in bits, little-endian, padded to a whole byte. */
  byte[] bytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(green.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(green);
    return Arrays.copyOf(bytes.array(), (vocabSize + 7) / 8);
  }

  /**
   * Token types of some text.
   *
   * @param types distinct ids within the vocabulary
   * @param greenTypes those that are green
   * @param tokensOutside tokens, repeats included, whose id is outside the vocabulary
   */
  public record TypeCount(int types, int greenTypes, long tokensOutside) {}
}
