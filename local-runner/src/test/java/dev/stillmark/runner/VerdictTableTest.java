package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.testkit.Scenario.Expectation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

  private static final String SUPPORT =
      """
      {"suspect":"s\\u001b[2J","teacher":"t","verdict":"support","findings":[
       {"ledger":"A","outputs":250,"scored":9000,"log10P":-15.687,"log10E":12.5,
        "decoyRank":{"decoys":127,"atLeastAsExtreme":0,"rank":1,"p":0.0078}},
       {"ledger":"B","outputs":250,"statistic":1.5,
        "panelRank":{"families":24,"models":27,"p":0.04,"smallestP":0.04}}]}
      """;

  @Test
  void has_one_row_per_finding_and_no_control_characters() throws IOException {
    String table = VerdictTable.of(List.of(json(SUPPORT)));

    assertThat(table.lines().toList())
        .hasSize(3)
        .anySatisfy(row ->
            assertThat(row.split(" {2,}"))
                .containsExactly(
                    "s?[2J", "t", "A", "-15.69", "12.50", "1 of 128", "support", "250", "9000"))
        .anySatisfy(row ->
            assertThat(row.split(" {2,}"))
                .containsExactly(
                    "s?[2J", "t", "B", "-1.40", "-", "24 families", "support", "250", "-"));
  }

  @Test
  void a_verdict_that_is_not_the_expected_one_is_named() throws IOException {
    JsonNode verdict =
        json(
            """
            {"suspect":"s","teacher":"t","verdict":"inconclusive","reason":"one-family"}
            """);

    assertThat(
            DemoCommand.surprises(
                List.of(new Expectation("s", "t", "support", null)), List.of(verdict)))
        .containsExactly("s against t: expected support but got inconclusive(one-family)");
    assertThat(
            DemoCommand.surprises(
                List.of(new Expectation("s", "t", "inconclusive", "one-family")), List.of(verdict)))
        .isEmpty();
  }

  @Test
  void an_expected_verdict_that_is_missing_is_named() {
    assertThat(
            DemoCommand.surprises(List.of(new Expectation("s", "t", "support", null)), List.of()))
        .containsExactly("s against t: expected support but got no verdict");
  }

  private static JsonNode json(String text) throws IOException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
