package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exact tail and e-value against 60-digit arithmetic. */
class GoldenStatisticsTest {

  static Stream<JsonNode> exactRows() {
    return GoldenFile.own("statistics.jsonl").stream().filter(row -> !row.has("error"));
  }

  static Stream<JsonNode> impossibleRows() {
    return GoldenFile.own("statistics.jsonl").stream().filter(row -> row.has("error"));
  }

  @ParameterizedTest
  @MethodSource("exactRows")
  void is_within_1e_minus_10_of_60_digit_arithmetic(JsonNode row) {
    double expected = exact(row.path(row.has("log10P") ? "log10P" : "log10E"));

    double ours = compute(row);

    if (Double.isInfinite(expected)) {
      assertThat(ours).isEqualTo(expected);
    } else {
      assertThat(ours).isCloseTo(expected, within(1e-10 * Math.abs(expected)));
    }
  }

  @ParameterizedTest
  @MethodSource("impossibleRows")
  void refuses_impossible_counts(JsonNode row) {
    assertThatThrownBy(() -> compute(row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a seed can have at most");
  }

  @Test
  void the_golden_file_is_the_whole_one() {
    assertThat(exactRows()).hasSize(119);
    assertThat(impossibleRows()).hasSize(2);
  }

  private static double compute(JsonNode row) {
    return switch (row.get("kind").asText()) {
      case "binomialTail" ->
          BinomialTail.log10(number(row, "n"), number(row, "s"), size(row, "G"), size(row, "V"));
      case "hypergeometricTail" ->
          HypergeometricTail.log10(
              number(row, "n"), number(row, "s"), size(row, "G"), size(row, "V"));
      case "gammaTail" -> GammaTail.log10(number(row, "n"), row.get("x").asDouble());
      case "greenListE" ->
          GreenListEvalue.log10(size(row, "V"), size(row, "G"), groups(row.get("groups")));
      default -> throw new AssertionError("no statistic is called " + row.get("kind"));
    };
  }

  private static List<SeedCount> groups(JsonNode array) {
    List<SeedCount> counts = new ArrayList<>();
    for (JsonNode group : array) {
      counts.add(new SeedCount(group.get(0).asInt(), group.get(1).asInt(), group.get(2).asLong()));
    }
    return counts;
  }

  private static double exact(JsonNode decimal) {
    return decimal.asText().equals("-Infinity")
        ? Double.NEGATIVE_INFINITY
        : Double.parseDouble(decimal.asText());
  }

  private static long number(JsonNode row, String field) {
    return row.get(field).asLong();
  }

  private static int size(JsonNode row, String field) {
    return row.get(field).asInt();
  }
}
