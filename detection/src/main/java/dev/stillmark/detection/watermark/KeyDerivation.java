package dev.stillmark.detection.watermark;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What follows from a watermark key and from nothing else: the key of the item hash and the decoys.
 *
 * <p>Every value is HMAC-SHA-256 under the key's integers, each as 9 bytes in big-endian two's
 * complement, over a label and, for decoys, an index and a counter of 4 bytes each; a decoy's
 * random words are the first 8 bytes of one counter after another. So every service and edge
 * scanner that holds the key makes the same ids and the same decoys.
 */
final class KeyDerivation {

  private static final int WORD_BYTES = 9;
  private static final int MOST_DRAWS = 1 << 16;

  private final WatermarkScheme scheme;
  private final WatermarkKey key;

  KeyDerivation(WatermarkScheme scheme, WatermarkKey key) {
    this.scheme = scheme;
    this.key = key;
  }

  ItemHash itemHash() {
    byte[] derived = derive("stillmark/item-hash/1", 0, 0);
    return new ItemHash(Arrays.copyOf(derived, ItemHash.KEY_BYTES));
  }

  /**
   * Decoys drawn as true keys are, each the first draw whose effective key neither the true key nor
   * an earlier decoy has.
   */
  List<WatermarkKey> decoys(int count) {
    Set<Object> taken = new HashSet<>(Set.of(scheme.effectiveKey(key)));
    List<WatermarkKey> decoys = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      decoys.add(firstFree(index, taken));
    }
    return List.copyOf(decoys);
  }

  private WatermarkKey firstFree(int index, Set<Object> taken) {
    LongSupplier random = randomWords(index);
    for (int draws = 0; draws < MOST_DRAWS; draws++) {
      WatermarkKey drawn = scheme.drawKey(random);
      if (taken.add(scheme.effectiveKey(drawn))) {
        return drawn;
      }
    }
    throw new IllegalArgumentException(
        "decoys must find a free key within %d draws but decoy %d did not"
            .formatted(MOST_DRAWS, index));
  }

  private LongSupplier randomWords(int index) {
    int[] counter = {0};
    return () -> ByteBuffer.wrap(derive("stillmark/decoy/1", index, counter[0]++)).getLong();
  }

  private byte[] derive(String label, int index, int counter) {
    byte[] name = label.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer message = ByteBuffer.allocate(name.length + 8);
    message.put(name).putInt(index).putInt(counter);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
      return mac.doFinal(message.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }

  /** The key's integers in big-endian two's complement: 9 bytes hold all of [-2^63, 2^64-1]. */
  static byte[] bytes(WatermarkKey key) {
    ByteBuffer bytes = ByteBuffer.allocate(WORD_BYTES * key.words().size());
    for (BigInteger word : key.words()) {
      bytes.put((byte) word.shiftRight(64).intValue()).putLong(word.longValue());
    }
    return bytes.array();
  }
}
