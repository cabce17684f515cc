package dev.stillmark.detection.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void words_are_lower_case_runs_of_letters_digits_and_inner_apostrophes() {
    assertThat(Words.of("It's 'worth' noting\u2014GPT-4o can\u2019t, ok?").joined())
        .isEqualTo("it's worth noting gpt 4o can't ok");
  }

  @Test
  void composed_and_decomposed_text_are_the_same_words() {
    assertThat(Words.of("cafe\u0301 DE\u0301J\u00c0").joined())
        .isEqualTo("caf\u00e9 d\u00e9j\u00e0");
  }

  @Test
  void scripts_with_combining_signs_keep_them_inside_the_word() {
    assertThat(Words.of("\u0928\u092e\u0938\u094d\u0924\u0947 \u4f60\u597d").joined())
        .isEqualTo("\u0928\u092e\u0938\u094d\u0924\u0947 \u4f60\u597d");
  }

  @Test
  void normalising_twice_changes_nothing() {
    for (String text :
        new String[] {"\u0130stanbul'da", "''a''b''", "x' 'y", "\ud800a", "\u1e9e\u03a3"}) {
      String once = Words.of(text).joined();

      assertThat(Words.of(once).joined()).as(text).isEqualTo(once);
    }
  }

  @Test
  void text_without_a_word_has_none() {
    assertThat(Words.of(" ...\n'' !").size()).isZero();
    assertThat(Words.of("").size()).isZero();
  }

  @Test
  void phrases_are_cut_by_word() {
    Words words = Words.of("One two, three");

    assertThat(words.size()).isEqualTo(3);
    assertThat(words.phrase(1, 2)).isEqualTo("two three");
    assertThat(words.isPhrase(0, 2, "one two")).isTrue();
    assertThat(words.isPhrase(0, 2, "one twa")).isFalse();
  }

  @Test
  void a_repeated_phrase_has_one_distinct_hash() {
    assertThat(Words.of("a b a b a b").distinctPhraseHashes(2)).hasSize(2);
    assertThat(Words.of("a b").distinctPhraseHashes(3)).isEmpty();
  }
}
