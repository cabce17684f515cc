package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.random.Philox4x32;

/**
 * vLLM's "philox4x32-10-v1": a keyed function of the tokens before a position and a candidate.
 *
 * <p>The context is absorbed into a state of four words, four tokens at a time; the candidate's
 * word comes from that state. Tokens count by their low 32 bits, and before the first one the
 * context holds -1. Immutable. Source: vLLM 0.33.0, {@code vllm/v1/watermarking}, equal in 0.30.0
 * to 0.32.0.
 */
final class VllmPrf {

  private static final int CONTEXT_TAG = 0x574D4358;
  private static final int TOKEN_TAG = 0x574D544B;
  private static final long PADDING = -1;

  private final int low;
  private final int high;
  private final int width;

  VllmPrf(long key, int width) {
    this.low = (int) key;
    this.high = (int) (key >>> 32);
    this.width = width;
  }

  /** Writes the state of the context before {@code position} to the four words of {@code state}. */
  void absorb(long[] ids, int position, int[] state) {
    state[0] = CONTEXT_TAG;
    state[1] = width;
    state[2] = 0;
    state[3] = 0;
    for (int offset = 0; offset < width; offset += Philox4x32.WORDS) {
      for (int i = 0; i < Philox4x32.WORDS; i++) {
        state[i] ^= offset + i < width ? context(ids, position - width + offset + i) : ~i;
      }
      Philox4x32.draw(state, low ^ offset, high);
    }
  }

  private static int context(long[] ids, int at) {
    return (int) (at < 0 ? PADDING : ids[at]);
  }

  /** The candidate's word after a context; {@code block} is scratch space of four words. */
  int word(int[] state, int token, int[] block) {
    block[0] = token >>> 2;
    block[1] = state[0];
    block[2] = state[1];
    block[3] = state[2];
    Philox4x32.draw(block, low ^ state[3], high ^ TOKEN_TAG);
    return block[token & 3];
  }

  /** The 24 bits of a word that make its uniform, as {@code DrawScale.VLLM_FLOAT} reads them. */
  static int draw(int word) {
    return word >>> 8;
  }
}
