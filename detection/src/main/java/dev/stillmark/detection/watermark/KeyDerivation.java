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
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What follows from a watermark key and from nothing else: the key of the item hash and the decoys.
 *
 * <p>Every value is HMAC-SHA-256 under the key's 9 bytes in big-endian two's complement, over a
 * label and, for decoys, an index and a counter of 4 bytes each. So every service and edge scanner
 * that holds the key makes the same ids and the same decoys.
 */
final class KeyDerivation {

  private static final int KEY_BYTES = 9;
  private static final int MOST_DRAWS = 1 << 16;

  private final WatermarkKey key;

  KeyDerivation(WatermarkKey key) {
    this.key = key;
  }

  ItemHash itemHash() {
    byte[] derived = derive("stillmark/item-hash/1", 0, 0);
    return new ItemHash(Arrays.copyOf(derived, ItemHash.KEY_BYTES));
  }

  /**
   * Decoys drawn uniformly from [0, 2^63), each the first draw that {@code accepts} holds for and
   * whose effective key neither the true key nor an earlier decoy has.
   */
  List<WatermarkKey> decoys(int count, Predicate<WatermarkKey> accepts) {
    Set<Integer> taken = new HashSet<>(Set.of(effective(key)));
    List<WatermarkKey> decoys = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      WatermarkKey decoy = firstAccepted(index, taken, accepts);
      taken.add(effective(decoy));
      decoys.add(decoy);
    }
    return List.copyOf(decoys);
  }

  private WatermarkKey firstAccepted(
      int index, Set<Integer> taken, Predicate<WatermarkKey> accepts) {
    for (int counter = 0; counter < MOST_DRAWS; counter++) {
      byte[] derived = derive("stillmark/decoy/1", index, counter);
      WatermarkKey drawn = WatermarkKey.of(ByteBuffer.wrap(derived).getLong() & Long.MAX_VALUE);
      if (!taken.contains(effective(drawn)) && accepts.test(drawn)) {
        return drawn;
      }
    }
    throw new IllegalArgumentException(
        "a decoy must be accepted within %d draws but decoy %d was not"
            .formatted(MOST_DRAWS, index));
  }

  /** The low 32 bits: keys that share them share torch streams wherever no product wraps. */
  private static int effective(WatermarkKey key) {
    return key.value().mod(LefthashSeeds.MODULUS).intValue();
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

  /** The key in big-endian two's complement: 9 bytes hold all of [-2^63, 2^64-1]. */
  static byte[] bytes(WatermarkKey key) {
    BigInteger value = key.value();
    ByteBuffer bytes = ByteBuffer.allocate(KEY_BYTES);
    bytes.put((byte) value.shiftRight(64).intValue()).putLong(value.longValue());
    return bytes.array();
  }
}
