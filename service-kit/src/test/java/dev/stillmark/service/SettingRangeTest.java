package dev.stillmark.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRangeTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 12})
  void both_ends_belong_to_the_range(long value) {
    assertThat(new SettingRange("a.b", value, 1, 12).broken()).isEmpty();
  }

  @Test
  void a_value_beyond_an_end_is_named_with_setting_and_range() {
    assertThat(new SettingRange("a.b", 0, 1, 12).broken())
        .hasValue("a.b must be within 1..12 but is 0");
    assertThat(new SettingRange("a.b", 13, 1, 12).broken())
        .hasValue("a.b must be within 1..12 but is 13");
  }
}
