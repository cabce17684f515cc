package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaltedSeedsTest {

  private static final BigInteger MODULUS = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

  static Stream<BigInteger> firsts() {
    return Stream.of(
        BigInteger.ZERO,
        BigInteger.valueOf(-1),
        BigInteger.valueOf(Long.MIN_VALUE),
        MODULUS,
        MODULUS.subtract(BigInteger.ONE),
        BigInteger.valueOf(20_261_125));
  }

  @ParameterizedTest
  @MethodSource("firsts")
  void equal_unbounded_arithmetic(BigInteger first) {
    long[] edges = {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, -2, 1, 50_256, 1L << 32};
    long[] random = new Random(3).longs(200).toArray();

    for (long[] ids : new long[][] {edges, random}) {
      for (int window : new int[] {1, 2, 4}) {
        SaltedSeeds seeds = new SaltedSeeds(first, window);
        for (int at = window; at <= ids.length; at++) {
          assertThat(Long.toUnsignedString(seeds.at(ids, at)))
              .as("%s, %d tokens before %d", first, window, at)
              .isEqualTo(unbounded(first, ids, at, window).toString());
        }
      }
    }
  }

  private static BigInteger unbounded(BigInteger first, long[] ids, int at, int window) {
    BigInteger seed = first.mod(MODULUS);
    for (int i = at - window; i < at; i++) {
      seed = seed.multiply(BigInteger.valueOf(35_317)).add(BigInteger.valueOf(ids[i])).mod(MODULUS);
    }
    return seed;
  }
}
