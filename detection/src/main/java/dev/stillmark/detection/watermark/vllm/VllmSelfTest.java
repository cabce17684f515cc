package dev.stillmark.detection.watermark.vllm;

import dev.stillmark.detection.random.Philox4x32;

/**
 * The known answers that must hold before any key is used: words and derived keys that vLLM 0.33.0
 * gives for key 0123456789abcdef.
 */
final class VllmSelfTest {

  private static final VllmKey KEY = new VllmKey(0x0123_4567_89ab_cdefL);
  private static final long[] CONTEXT = {27821, 3873, 37057, 8113, 14630};
  private static final int TOKEN = 50256;
  private static final long WORD = 1_030_960_489L;
  private static final long KEY_A = 7_612_991_067_998_378_398L;
  private static final long KEY_B = Long.parseUnsignedLong("15372123765673323612");

  private VllmSelfTest() {}

  static void require() {
    int[] state = new int[Philox4x32.WORDS];
    VllmPrf function = new VllmPrf(KEY.bits(), CONTEXT.length);
    function.absorb(CONTEXT, CONTEXT.length, state);
    long word = Integer.toUnsignedLong(function.word(state, TOKEN, new int[Philox4x32.WORDS]));
    require("philox", word, WORD);
    require("key_a", KEY.first().bits(), KEY_A);
    require("key_b", KEY.second().bits(), KEY_B);
  }

  private static void require(String what, long actual, long expected) {
    if (actual != expected) {
      throw new IllegalStateException(
          "the known-answer test of vLLM's %s gave %s instead of %s: refusing to use a key"
              .formatted(what, Long.toUnsignedString(actual), Long.toUnsignedString(expected)));
    }
  }
}
