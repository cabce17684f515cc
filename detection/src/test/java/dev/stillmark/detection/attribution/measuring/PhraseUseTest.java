package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseUseTest {

  @ParameterizedTest
  @CsvSource({"delve into, true", ". however, true", ": * *, false", "1 . 2, false"})
  void is_worded_with_a_word(String phrase, boolean expected) {
    assertThat(new PhraseUse(phrase, 1, 0, 1, 0, 1, 0, 1).isWorded()).isEqualTo(expected);
  }
}
