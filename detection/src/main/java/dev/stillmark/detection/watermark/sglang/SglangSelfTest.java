package dev.stillmark.detection.watermark.sglang;

import java.math.BigInteger;

/**
 * The known answers that must hold before any key is used: hashes of SGLang 0.5.23 for the keys
 * 0123456789abcdef and ffffffffffffffff.
 */
final class SglangSelfTest {

  private static final long[] CONTEXT = {1, 2, 3, 4};
  private static final int CONTEXT_HASH = 1_145_416_960;
  private static final BigInteger FIRST = SglangKey.parse("0123456789abcdef");
  private static final BigInteger SECOND = SglangKey.parse("ffffffffffffffff");
  private static final int GIVEN_HASH = 305_419_896;
  private static final int TOKEN = 50256;
  private static final int TOKEN_HASH = 57_261_600;
  private static final int COIN = 1_478_455_804;

  private SglangSelfTest() {}

  static void require() {
    require("context hash", KeyState.contextHash(CONTEXT, 0, CONTEXT.length), CONTEXT_HASH);
    KeyState first = KeyState.of(FIRST);
    require("token hash", KeyState.draw(first.after(GIVEN_HASH), TOKEN), TOKEN_HASH);
    require("coin", first.and(SECOND).coin(GIVEN_HASH), COIN);
  }

  private static void require(String what, int actual, int expected) {
    if (actual != expected) {
      throw new IllegalStateException(
          "the known-answer test of SGLang's %s gave %08x instead of %08x: refusing to use a key"
              .formatted(what, actual, expected));
    }
  }
}
