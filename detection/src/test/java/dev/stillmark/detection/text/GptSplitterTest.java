package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GptSplitterTest {

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void keeps_contractions_words_numbers_and_spaces_apart() {
    assertThat(Pieces.of("We've 12 cats,  don't we?\n\n  End ", GptSplitter::end))
        .containsExactly(
            "We", "'ve", " 12", " cats", ",", " ", " don", "'t", " we", "?", "\n\n ", " End", " ");
  }

  @Test
  void next_line_is_a_space_and_the_mongolian_vowel_separator_is_not() {
    assertThat(Pieces.of("a\u0085\u0085b\u180ec", GptSplitter::end))
        .containsExactly("a", "\u0085", "\u0085", "b", "\u180e", "c");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cuts_where_the_published_pattern_cuts(long seed) {
    Pieces.assertCutAs(PUBLISHED, GptSplitter::end, seed);
  }
}
