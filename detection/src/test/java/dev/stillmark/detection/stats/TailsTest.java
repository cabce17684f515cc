package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_binomial_tail_equals_the_sum_of_exact_fractions(long seed) {
    Random random = new Random(seed);
    int vocabulary = 2 + random.nextInt(60_000);
    int green = 1 + random.nextInt(vocabulary - 1);
    int n = 1 + random.nextInt(60);

    for (int s = 0; s <= n + 1; s++) {
      double expected = exactBinomial(n, s, green, vocabulary);
      assertThat(Math.pow(10, BinomialTail.log10(n, s, green, vocabulary)))
          .as("seed %d: V=%d G=%d n=%d s=%d", seed, vocabulary, green, n, s)
          .isCloseTo(expected, within(1e-12 * expected));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void the_hypergeometric_tail_equals_the_sum_of_exact_fractions(long seed) {
    Random random = new Random(seed);
    int vocabulary = 2 + random.nextInt(200);
    int green = random.nextInt(vocabulary + 1);
    int n = random.nextInt(vocabulary + 1);

    for (int s = -1; s <= n + 1; s++) {
      double expected = exactHypergeometric(n, s, green, vocabulary);
      assertThat(Math.pow(10, HypergeometricTail.log10(n, s, green, vocabulary)))
          .as("seed %d: V=%d G=%d n=%d s=%d", seed, vocabulary, green, n, s)
          .isCloseTo(expected, within(1e-12 * expected));
    }
  }

  @Test
  void the_gamma_tail_of_one_draw_is_exponential() {
    assertThat(GammaTail.log10(1, 3)).isCloseTo(-3 / Math.log(10), within(1e-15));
    assertThat(GammaTail.log10(7, 0)).isZero();
  }

  /** Values of the complementary error function to 20 digits, summed in 700-digit arithmetic. */
  @ParameterizedTest
  @CsvSource({
    "-3, 1.9999779095030014146",
    "0, 1",
    "0.5, 0.47950012218695346232",
    "1, 0.15729920705028513066",
    "1.9999, 0.00467980209297060853561",
    "2, 0.0046777349810472658379",
    "5, 1.5374597944280348502e-12",
    "10, 2.0884875837625447570e-45",
    "26, 5.6631924088561428464e-296"
  })
  void erfc_is_precise_over_its_whole_range(double x, double expected) {
    assertThat(NormalTail.erfc(x)).isCloseTo(expected, within(1e-13 * expected));
  }

  @Test
  void tails_refuse_what_is_no_distribution() {
    assertThatThrownBy(() -> BinomialTail.log10(5, 1, 10, 10))
        .hasMessage("greenListSize must be within 1..9 but is 10");
    assertThatThrownBy(() -> BinomialTail.log10(-1, 1, 5, 10))
        .hasMessage("n must not be negative but is -1");
    assertThatThrownBy(() -> HypergeometricTail.log10(11, 1, 5, 10))
        .hasMessage("greenListSize and n must be within 0..10 but are 5 and 11");
    assertThatThrownBy(() -> GammaTail.log10(0, 1))
        .hasMessage("n must be at least 1 and x a number but they are 0 and 1.0");
  }

  private static double exactBinomial(int n, int s, int green, int vocabulary) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger red = BigInteger.valueOf(vocabulary - green);
    for (int x = s; x <= n; x++) {
      BigInteger ways = choose(n, x);
      sum = sum.add(ways.multiply(BigInteger.valueOf(green).pow(x)).multiply(red.pow(n - x)));
    }
    return ratio(sum, BigInteger.valueOf(vocabulary).pow(n));
  }

  private static double exactHypergeometric(int n, int s, int green, int vocabulary) {
    BigInteger sum = BigInteger.ZERO;
    for (int x = Math.max(s, 0); x <= n; x++) {
      sum = sum.add(choose(green, x).multiply(choose(vocabulary - green, n - x)));
    }
    return ratio(sum, choose(vocabulary, n));
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = k > n ? BigInteger.ZERO : BigInteger.ONE;
    for (int i = 0; i < Math.min(k, n); i++) {
      ways = ways.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return ways;
  }

  private static double ratio(BigInteger numerator, BigInteger denominator) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), new MathContext(30))
        .doubleValue();
  }
}
