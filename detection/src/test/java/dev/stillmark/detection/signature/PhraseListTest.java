package dev.stillmark.detection.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseListTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Of Course|1|phrase must be normalised as 'of course' but is 'Of Course'",
        "a b c d e|1|phrase must have 1 to 4 words but 'a b c d e' has 5",
        "''|1|phrase must have 1 to 4 words but '' has 0",
        "of course|NaN|logOdds of 'of course' must be finite but is NaN",
        "of course|Infinity|logOdds of 'of course' must be finite but is Infinity",
      })
  void a_phrase_that_breaks_a_rule_is_refused(String text, double logOdds, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Phrase(text, logOdds))
        .withMessage(message);
  }

  @Test
  void a_phrase_as_a_person_wrote_it_is_normalised() {
    assertThat(Phrase.ofWritten("Certainly! Here\u2019s", 1).text()).isEqualTo("certainly here's");
  }

  @Test
  void a_repeated_phrase_is_refused() {
    Phrase phrase = new Phrase("of course", 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhraseList(List.of(phrase, new Phrase("of course", 2))))
        .withMessage("phrases must be distinct but 'of course' is repeated");
  }

  @Test
  void the_digest_depends_on_the_phrases_and_not_on_their_order() {
    Phrase first = new Phrase("of course", 4);
    Phrase second = new Phrase("delve into", 5);
    String digest = new PhraseList(List.of(first, second)).digest();

    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(new PhraseList(List.of(second, first)).digest()).isEqualTo(digest);
    assertThat(new PhraseList(List.of(first)).digest()).isNotEqualTo(digest);
    assertThat(new PhraseList(List.of(first, new Phrase("delve into", 5.5))).digest())
        .isNotEqualTo(digest);
  }
}
