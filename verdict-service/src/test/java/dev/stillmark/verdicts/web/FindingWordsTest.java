package dev.stillmark.verdicts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "176.9 | More than a million times more probable if Hp than if Hd",
        "6.0 | More than a million times more probable if Hp than if Hd",
        "5.9 | About 790,000 times more probable if Hp than if Hd",
        "1.5 | About 32 times more probable if Hp than if Hd",
        "0.3 | About 2.0 times more probable if Hp than if Hd",
        "0.0 | About as probable if Hp as if Hd",
        "-0.3 | About 2.0 times less probable under the tested form of Hp than if Hd"
      })
  void words_stop_at_a_million_and_keep_two_digits_before(double log10E, String words) {
    assertThat(FindingWords.times(log10E)).isEqualTo(words);
  }

  @Test
  void a_published_key_is_worth_nothing() {
    Map<String, Object> finding =
        Map.of("kind", "watermark", "publishedKey", true, "log10E", 300.0);

    assertThat(FindingWords.worth(finding)).isEqualTo("Nothing: the key is published");
  }

  @Test
  void an_empty_panel_is_worth_nothing() {
    Map<String, Object> finding =
        Map.of("panelRank", Map.of("families", 0, "atLeastAsExtreme", 0, "p", 1.0));

    assertThat(FindingWords.worth(finding)).startsWith("Nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0078125, 0.0078",
    "0.04, 0.04",
    "0.999, more than 0.99",
    "1, 1",
    "0.000001, 1e-6",
    "0, 0"
  })
  void probabilities_keep_two_digits(double p, String text) {
    assertThat(Numbers.probability(p)).isEqualTo(text);
  }

  @Test
  void counts_have_their_plural_and_their_separators() {
    assertThat(Numbers.counted(1, "test")).isEqualTo("1 test");
    assertThat(Numbers.counted(12345, "family", "families")).isEqualTo("12,345 families");
    assertThat(Numbers.tenths(-0.01)).isEqualTo("0.0");
    assertThat(Numbers.tenths(-174.04)).isEqualTo("\u2212174.0");
  }

  @Test
  void the_curve_spans_the_chart_and_leaves_out_what_is_not_finite() {
    Map<String, Object> low = Map.of("tokens", 500, "log10E", -1.0);
    Map<String, Object> none = Map.of("tokens", 700);
    Map<String, Object> high = Map.of("tokens", 1000, "log10E", 12.0);

    Map<String, Object> chart = EvidenceChart.of(List.of(low, none, high), 6);

    assertThat(String.valueOf(chart.get("line")).split(" ")).hasSize(3);
    assertThat(chart.get("endX")).isEqualTo(chart.get("right"));
    assertThat(chart.get("description"))
        .isEqualTo(
            "The curve starts at 0 and ends at log10 E = 12.0 after 1,000 tokens;"
                + " support needs 6.0.");
    assertThat((List<?>) chart.get("xTicks"))
        .first()
        .isEqualTo(Map.of("at", String.valueOf(chart.get("left")), "label", "0"));
  }
}
