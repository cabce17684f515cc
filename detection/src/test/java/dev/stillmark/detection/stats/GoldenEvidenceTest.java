package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** E-values, confidence sequences, deep tails and rates against 50-digit arithmetic. */
class GoldenEvidenceTest {

  static Stream<JsonNode> values() {
    return GoldenFile.own("evidence_values.jsonl").stream().filter(row -> row.has("value"));
  }

  static Stream<JsonNode> bounds() {
    return GoldenFile.own("evidence_values.jsonl").stream().filter(row -> row.has("lower"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void is_within_1e_minus_10_of_50_digit_arithmetic(JsonNode row) {
    double expected = Double.parseDouble(row.get("value").asText());

    double ours = value(row);

    assertThat(ours).isCloseTo(expected, within(1e-10 * Math.abs(expected) + 2e-15));
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void bounds_are_those_of_50_digit_arithmetic(JsonNode row) {
    double lower = Double.parseDouble(row.get("lower").asText());
    double upper = Double.parseDouble(row.get("upper").asText());

    double[] ours = bounds(row);

    assertThat(ours[0]).isCloseTo(lower, within(1e-10 * lower + 1e-14));
    assertThat(ours[1]).isCloseTo(upper, within(1e-10 * upper));
  }

  @Test
  void the_golden_file_is_the_whole_one() {
    Map<String, Long> byKind =
        GoldenFile.own("evidence_values.jsonl").stream()
            .collect(Collectors.groupingBy(row -> text(row, "kind"), Collectors.counting()));

    assertThat(byKind)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("logNormaliser", 35L),
                Map.entry("uniformE", 45L),
                Map.entry("pairE", 8L),
                Map.entry("coinE", 8L),
                Map.entry("meanSequence", 10L),
                Map.entry("kappaSequence", 9L),
                Map.entry("harmonic", 8L),
                Map.entry("sidak", 7L),
                Map.entry("clopperPearson", 6L),
                Map.entry("binomialTail", 4L),
                Map.entry("hypergeometricTail", 5L),
                Map.entry("gammaTail", 5L)));
  }

  private static double value(JsonNode row) {
    return switch (text(row, "kind")) {
      case "logNormaliser" ->
          MidpointRule.logMeanOfPower(
              UniformEvalue.exponent((int) whole(row, "k")), whole(row, "levels"));
      case "uniformE" ->
          new UniformEvalue(whole(row, "levels"))
              .log10(whole(row, "draws"), number(row, "sumOfLogs"));
      case "pairE" -> pairs(row);
      case "coinE" -> CoinEvalue.log10(whole(row, "bits"), whole(row, "ones"), number(row, "p"));
      case "harmonic" -> HarmonicNumber.of(number(row, "kappa"));
      case "sidak" -> KeyScan.sidak(number(row, "log10P"), whole(row, "keys"));
      case "binomialTail" ->
          BinomialTail.log10(
              whole(row, "n"), whole(row, "s"), (int) whole(row, "G"), (int) whole(row, "V"));
      case "hypergeometricTail" ->
          HypergeometricTail.log10(
              whole(row, "n"), whole(row, "s"), (int) whole(row, "G"), (int) whole(row, "V"));
      case "gammaTail" -> GammaTail.log10(whole(row, "n"), number(row, "x"));
      default -> throw new AssertionError("no value is called " + row.get("kind"));
    };
  }

  private static double pairs(JsonNode row) {
    UniformEvalue evalue = new UniformEvalue(whole(row, "levels"));
    OrderFreeSum[] logs = evalue.noPairs();
    for (JsonNode pair : row.get("pairs")) {
      evalue.addPair(logs, number(row, "alpha"), pair.get(0).asLong(), pair.get(1).asLong());
    }
    return evalue.log10(logs);
  }

  private static double[] bounds(JsonNode row) {
    double confidence = number(row, "confidence");
    return switch (text(row, "kind")) {
      case "meanSequence" ->
          ends(
              MeanConfidenceSequence.ofValues(
                  whole(row, "n"), number(row, "sum"), number(row, "cap"), confidence));
      case "kappaSequence" ->
          ends(
              KappaConfidenceSequence.at(
                  whole(row, "draws"), number(row, "sumOfLogs"), whole(row, "levels"), confidence));
      case "clopperPearson" -> {
        ErrorRate rate = new ErrorRate(whole(row, "events"), whole(row, "trials"));
        yield new double[] {rate.lower(confidence), rate.upper(confidence)};
      }
      default -> throw new AssertionError("no bounds are called " + row.get("kind"));
    };
  }

  private static double[] ends(EffectSize effect) {
    return new double[] {effect.lower(), effect.upper()};
  }

  private static String text(JsonNode row, String field) {
    return row.get(field).asText();
  }

  private static long whole(JsonNode row, String field) {
    return row.get(field).asLong();
  }

  private static double number(JsonNode row, String field) {
    return row.get(field).asDouble();
  }
}
