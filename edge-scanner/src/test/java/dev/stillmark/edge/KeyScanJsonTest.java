package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.detection.radioactivity.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScanJsonTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * p = 0.01, 0.04, 0.03, 0.005: 3 * 0.01, 2 * 0.03 twice, 4 * 0.005. e = 40, 30, 1, 100: 3 * 30 /
   * 4 twice, 4 * 1 / 4, 100 / 4.
   */
  @Test
  void every_key_carries_its_figures_adjusted_for_all_keys() throws IOException {
    List<JsonNode> lines = scan(key(0.01, 40), key(0.04, 30), key(0.03, 1), key(0.005, 100));

    assertThat(values(lines, "log10PHolm"))
        .containsExactly(log10(0.03, 0.06, 0.06, 0.02), within(1e-14));
    assertThat(values(lines, "log10EBh")).containsExactly(log10(22.5, 22.5, 1, 25), within(1e-14));
  }

  @Test
  void the_best_key_pays_by_holm_what_it_pays_by_bonferroni() throws IOException {
    List<JsonNode> lines = scan(key(0.2, 2), key(0.001, 90), key(0.5, 0.5));

    JsonNode best = lines.get(1);
    assertThat(best.path("rank").asInt()).isEqualTo(1);
    assertThat(best.path("log10PHolm").asDouble())
        .isEqualTo(best.path("log10PBonferroni").asDouble());
  }

  @Test
  void a_single_key_keeps_its_figures_and_an_e_of_zero_is_null() throws IOException {
    JsonNode alone = scan(key(0.01, 40)).getFirst();
    JsonNode zero = scan(key(1, 0)).getFirst();

    assertThat(alone.path("log10PHolm").asDouble()).isEqualTo(alone.path("log10P").asDouble());
    assertThat(alone.path("log10EBh").asDouble()).isEqualTo(alone.path("log10E").asDouble());
    assertThat(zero.path("log10EBh").isNull()).isTrue();
  }

  private static Figures key(double p, double e) {
    return new Figures(100, 90, 30, 1, Math.log10(p), Math.log10(e));
  }

  private static List<JsonNode> scan(Figures... keys) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : KeyScanJson.lines(List.of(keys))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static double[] values(List<JsonNode> lines, String field) {
    return lines.stream().mapToDouble(line -> line.path(field).asDouble()).toArray();
  }

  private static double[] log10(double... values) {
    return Arrays.stream(values).map(Math::log10).toArray();
  }
}
