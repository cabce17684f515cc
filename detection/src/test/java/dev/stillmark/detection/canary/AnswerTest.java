package dev.stillmark.detection.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tangerine|tangerine|true",
        "The word is \"tangerine\".|tangerine|true",
        "tangerines|tangerine|false",
        "tangerine2|tangerine|false",
        "Tangerine|tangerine|false",
        "pineapple, tangerine|tangerine|false",
        "tangerine, pineapple|tangerine|true",
        "It is zx-4471-qv, I think|zx-4471-qv|true",
        "It is zx-4471-qvx|zx-4471-qv|false",
        "It is ab-1234-cd or zx-4471-qv|zx-4471-qv|false",
        "say  blue\theron now|blue heron|true",
        "blue|blue heron|false",
        "''|blue|false",
      })
  void an_answer_returns_its_first_run_of_the_replys_shape(
      String answer, String reply, boolean returns) {
    assertThat(Answer.of(answer).returns(Answer.of(reply))).isEqualTo(returns);
  }

  @Test
  void composed_and_decomposed_letters_are_the_same() {
    assertThat(Answer.of("un cafe\u0301!").returns(Answer.of(" caf\u00e9 "))).isTrue();
    assertThat(Answer.of("cafe\u0332").returns(Answer.of("cafe"))).isFalse();
  }

  @Test
  void contains_looks_past_the_first_run() {
    assertThat(Answer.of("pineapple, tangerine").contains(Answer.of("tangerine"))).isTrue();
    assertThat(Answer.of("tangerines").contains(Answer.of("tangerine"))).isFalse();
  }

  @Test
  void text_forms_do_not_show_the_text() {
    assertThat(Answer.of("tangerine")).hasToString("Answer[9 code points]");
  }
}
