package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.Probe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions about numbers. */
final class ArithmeticProbes {

  private ArithmeticProbes() {}

  static Stream<Probe> all() {
    return Stream.of(
            Topic.of("product", Topic.NUMBER, ArithmeticProbes::product),
            Topic.of("remainder", Topic.NUMBER, ArithmeticProbes::remainder),
            Topic.of("digit-sum", Topic.NUMBER, ArithmeticProbes::digitSum),
            Topic.of("primes", Topic.NUMBER, ArithmeticProbes::primes),
            Topic.of("common-divisor", Topic.NUMBER, ArithmeticProbes::commonDivisor),
            Topic.of("trailing-zeros", Topic.NUMBER, ArithmeticProbes::trailingZeros),
            Topic.of("percent", Topic.NUMBER, ArithmeticProbes::percent),
            Topic.of("sort-decimals", Topic.LIST, ArithmeticProbes::sortDecimals),
            Topic.of("divisors", Topic.NUMBER, ArithmeticProbes::divisors),
            Topic.of("multiples", Topic.NUMBER, ArithmeticProbes::multiples))
        .flatMap(List::stream);
  }

  private static void product(Topic topic, int level) {
    int first = topic.between(120, 990) * (1 + 11 * (level / 3)) + topic.between(1, 9);
    int second = topic.between(113, 987) + 700 * level;
    topic.add(
        "What is %d times %d?".formatted(first, second),
        BigInteger.valueOf(first).multiply(BigInteger.valueOf(second)));
  }

  private static void remainder(Topic topic, int level) {
    int base = topic.between(3, 9) + level;
    int exponent = topic.between(20, 40) * (level + 1);
    int modulus = topic.between(11, 40) + 7 * level;
    topic.add(
        "What is the remainder when %d to the power of %d is divided by %d?"
            .formatted(base, exponent, modulus),
        BigInteger.valueOf(base).modPow(BigInteger.valueOf(exponent), BigInteger.valueOf(modulus)));
  }

  private static void digitSum(Topic topic, int level) {
    int exponent = 13 + 5 * level + topic.between(0, 4);
    String digits = BigInteger.TWO.pow(exponent).toString();
    topic.add(
        "What is the sum of the decimal digits of 2 to the power of %d?".formatted(exponent),
        digits.chars().map(c -> c - '0').sum());
  }

  private static void primes(Topic topic, int level) {
    int from = topic.between(20, 60) * (level + 1);
    int to = from + topic.between(40, 90) + 20 * level;
    topic.add(
        "How many prime numbers are greater than %d and smaller than %d?".formatted(from, to),
        IntStream.range(from + 1, to)
            .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
            .count());
  }

  private static void commonDivisor(Topic topic, int level) {
    int common = topic.between(6, 30) * (level + 1);
    int first = common * topic.between(7, 40);
    int second = common * topic.between(41, 90);
    topic.add(
        "What is the greatest common divisor of %d and %d?".formatted(first, second),
        BigInteger.valueOf(first).gcd(BigInteger.valueOf(second)));
  }

  private static void trailingZeros(Topic topic, int level) {
    int n = topic.between(24, 60) * (level + 1);
    int zeros = 0;
    for (int power = 5; power <= n; power *= 5) {
      zeros += n / power;
    }
    topic.add("With how many zeros does the factorial of %d end?".formatted(n), zeros);
  }

  private static void percent(Topic topic, int level) {
    int price = 400 * topic.between(2, 9 + level);
    int up = 5 * topic.between(1, 12);
    int down = 5 * topic.between(1, 12);
    BigDecimal after =
        BigDecimal.valueOf(price)
            .multiply(BigDecimal.valueOf(100 + up))
            .multiply(BigDecimal.valueOf(100 - down))
            .movePointLeft(4);
    topic.add(
        "A price of %d euros rises by %d percent and then falls by %d percent. What is it now, in"
                .formatted(price, up, down)
            + " euros?",
        after.stripTrailingZeros().toPlainString());
  }

  private static void sortDecimals(Topic topic, int level) {
    List<BigDecimal> numbers = new ArrayList<>();
    while (numbers.size() < 4 + level / 2) {
      BigDecimal number = BigDecimal.valueOf(topic.between(1, 99_999), topic.between(2, 5));
      BigDecimal small = number.remainder(BigDecimal.ONE).stripTrailingZeros();
      if (small.signum() > 0 && !numbers.contains(small)) {
        numbers.add(small);
      }
    }
    topic.add(
        "Order these numbers from smallest to largest: %s.".formatted(joined(numbers)),
        joined(numbers.stream().sorted().toList()));
  }

  private static String joined(List<BigDecimal> numbers) {
    return numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
  }

  private static void divisors(Topic topic, int level) {
    int n = topic.between(10, 30) * topic.between(6, 12) * (level + 1);
    topic.add(
        "How many positive divisors does %d have, 1 and itself included?".formatted(n),
        IntStream.rangeClosed(1, n).filter(d -> n % d == 0).count());
  }

  private static void multiples(Topic topic, int level) {
    int to = topic.between(150, 300) * (level + 2);
    int first = topic.between(3, 7);
    int second = topic.between(8, 13);
    topic.add(
        "How many whole numbers from 1 to %d are divisible by %d or by %d, or by both?"
            .formatted(to, first, second),
        IntStream.rangeClosed(1, to).filter(n -> n % first == 0 || n % second == 0).count());
  }
}
