package dev.stillmark.files.computed;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Numbers, derived anew. */
final class DerivedNumbers {

  static final Map<String, Function<Wording, Object>> BY_TOPIC =
      Map.of(
          "product", w -> product(w.number(0), w.number(1)),
          "remainder", w -> remainder(w.number(0), w.number(1), w.number(2)),
          "digit-sum", w -> digitSum(w.number(1)),
          "primes", w -> primes(w.number(0), w.number(1)),
          "common-divisor", w -> commonDivisor(w.number(0), w.number(1)),
          "trailing-zeros", w -> trailingZeros(w.number(0)),
          "percent", w -> price(w.number(0), w.number(1), w.number(2)),
          "sort-decimals", DerivedNumbers::sorted,
          "divisors", w -> divisors(w.number(0)),
          "multiples", w -> multiples(w.number(1), w.number(2), w.number(3)));

  private DerivedNumbers() {}

  /** By doubling and halving. */
  private static long product(long first, int second) {
    return second == 0 ? 0 : (second % 2) * first + product(2 * first, second / 2);
  }

  private static int remainder(int base, int exponent, int modulus) {
    int result = 1;
    for (int i = 0; i < exponent; i++) {
      result = result * base % modulus;
    }
    return result;
  }

  /** Doubles a number in decimal digits, the lowest first. */
  private static int digitSum(int exponent) {
    int[] digits = new int[exponent];
    digits[0] = 1;
    for (int i = 0; i < exponent; i++) {
      int carry = 0;
      for (int at = 0; at < digits.length; at++) {
        int doubled = 2 * digits[at] + carry;
        digits[at] = doubled % 10;
        carry = doubled / 10;
      }
    }
    return Arrays.stream(digits).sum();
  }

  private static int primes(int above, int below) {
    boolean[] composite = new boolean[below];
    int count = 0;
    for (int n = 2; n < below; n++) {
      count += !composite[n] && n > above ? 1 : 0;
      for (int multiple = 2 * n; multiple < below; multiple += n) {
        composite[multiple] = true;
      }
    }
    return count;
  }

  private static int commonDivisor(int first, int second) {
    int divisor = Math.min(first, second);
    while (first % divisor != 0 || second % divisor != 0) {
      divisor--;
    }
    return divisor;
  }

  private static int trailingZeros(int n) {
    BigInteger factorial = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      factorial = factorial.multiply(BigInteger.valueOf(i));
    }
    String digits = factorial.toString();
    return digits.length() - digits.replaceAll("0+$", "").length();
  }

  private static double price(int price, int up, int down) {
    double risen = price + price * up / 100.0;
    return Math.round((risen - risen * down / 100.0) * 1e6) / 1e6;
  }

  private static String sorted(Wording wording) {
    return wording.all("\\d\\.\\d+").stream()
        .sorted(Comparator.comparingDouble(Double::parseDouble))
        .collect(Collectors.joining(", "));
  }

  /** From the powers of the prime factors. */
  private static int divisors(int number) {
    int count = 1;
    int rest = number;
    for (int prime = 2; prime <= rest; prime++) {
      int power = 0;
      while (rest % prime == 0) {
        rest /= prime;
        power++;
      }
      count *= power + 1;
    }
    return count;
  }

  private static int multiples(int to, int first, int second) {
    int common = first;
    while (common % second != 0) {
      common += first;
    }
    return to / first + to / second - to / common;
  }
}
