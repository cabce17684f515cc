package dev.stillmark.detection.watermark.sglang;

import dev.stillmark.detection.random.Murmur3;
import java.math.BigInteger;

/**
 * All that SGLang's hashes keep of a key: the 32-bit Murmur state behind its two words.
 *
 * <p>Context and token enter after the key, so that 2^32 keys share each state and with it every
 * draw. The text form hides it. Source: SGLang 0.5.23, {@code sglang/srt/sampling/watermarking},
 * equal in 0.5.22.
 */
record KeyState(int bits) {

  private static final int WORDS = 2;
  private static final int WORDS_OF_TOKEN_HASH = WORDS + 2;
  private static final int WORDS_OF_COIN = 2 * WORDS + 1;
  private static final KeyState EMPTY = new KeyState(0);

  static KeyState of(BigInteger key) {
    return EMPTY.and(key);
  }

  /** The state behind one more key. */
  KeyState and(BigInteger key) {
    long words = key.longValue();
    return new KeyState(Murmur3.mix(Murmur3.mix(bits, (int) words), (int) (words >>> 32)));
  }

  /** The state behind the context's hash too, from which a token's draw follows. */
  int after(int contextHash) {
    return Murmur3.mix(bits, contextHash);
  }

  /** The draw of a token: its hash, as 32 unsigned bits. */
  static int draw(int stateAfterContext, int token) {
    return Murmur3.finish(Murmur3.mix(stateAfterContext, token), WORDS_OF_TOKEN_HASH);
  }

  /** The coin of a context, where this is the state behind keys A and B. */
  int coin(int contextHash) {
    return Murmur3.finish(Murmur3.mix(bits, contextHash), WORDS_OF_COIN);
  }

  /** The hash of the ids {@code from..to-1}, by their low 32 bits. */
  static int contextHash(long[] ids, int from, int to) {
    int state = 0;
    for (int at = from; at < to; at++) {
      state = Murmur3.mix(state, (int) ids[at]);
    }
    return Murmur3.finish(state, to - from);
  }

  @Override
  public String toString() {
    return "KeyState[hidden]";
  }
}
