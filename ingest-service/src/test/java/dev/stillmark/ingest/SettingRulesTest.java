package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.service.SettingRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {

  @Test
  void the_defaults_can_work() {
    assertThat(broken(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-in-flight | 1025 | within 1..1024 but is 1025",
        "max-in-flight-bytes | 999999 | within 1000000..1073741824 but is 999999",
        "max-record-bytes | 1048576 | within 1..1032192 but is 1048576",
        "max-line-bytes | 0 | within 1..16777216 but is 0",
        "partitions | -1 | within 1..10000 but is -1",
      })
  void a_setting_out_of_its_range_is_named(String setting, String value, String rule) {
    String name = "stillmark.ingest." + setting;

    assertThat(broken(Map.of(name, value))).containsExactly(name + " must be " + rule);
  }

  private static List<String> broken(Map<String, String> settings) {
    return SettingRules.of(Configs.with(settings), 1_024, 1 << 20).stream()
        .map(SettingRange::broken)
        .flatMap(Optional::stream)
        .toList();
  }
}
