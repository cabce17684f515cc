package dev.stillmark.detection.watermark.dipmark;

import dev.stillmark.detection.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * The seeds of contexts under one key: SHA-256 of the context's tokens, eight little-endian bytes
 * each, and the key, read as one big-endian number modulo 2^32 - 1. Scratch space of one thread.
 */
final class ContextSeeds {

  private static final long MODULUS = (1L << 32) - 1;
  private static final int DIGEST_BYTES = 32;

  private final int prefixLength;
  private final byte[] key;
  private final MessageDigest sha256 = Sha256.start();
  private final ByteBuffer context;
  private final ByteBuffer digest = ByteBuffer.allocate(DIGEST_BYTES);

  ContextSeeds(int prefixLength, byte[] key) {
    this.prefixLength = prefixLength;
    this.key = key;
    this.context = ByteBuffer.allocate(prefixLength * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The seed before {@code position}: as much of the context as there is. */
  int before(long[] ids, int position) {
    int start = Math.max(0, position - prefixLength);
    context.clear();
    for (int at = start; at < position; at++) {
      context.putLong(ids[at]);
    }
    sha256.update(context.array(), 0, context.position());
    sha256.update(key);
    return remainder();
  }

  /** 2^32 is 1 modulo 2^32 - 1, so the number's 32-bit digits can simply be added. */
  private int remainder() {
    try {
      sha256.digest(digest.array(), 0, DIGEST_BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("a SHA-256 has 32 bytes", e);
    }
    long sum = 0;
    for (int at = 0; at < DIGEST_BYTES; at += Integer.BYTES) {
      sum += Integer.toUnsignedLong(digest.getInt(at));
    }
    return (int) (sum % MODULUS);
  }
}
