package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Cl100kSplitterTest {

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+"
              + "| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++\\z|\\s*[\\r\\n]|\\s+(?!\\S)|\\s",
          Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void a_word_takes_one_character_before_it_unless_that_breaks_the_line() {
    assertThat(Pieces.of("(a\tb\nc-\u0301d", Cl100kSplitter::end))
        .containsExactly("(a", "\tb", "\n", "c", "-\u0301", "d");
  }

  @Test
  void a_contraction_is_cut_off_in_any_case() {
    assertThat(Pieces.of("I'LL she'\u017f 'sub", Cl100kSplitter::end))
        .containsExactly("I", "'LL", " she", "'\u017f", " '", "sub");
  }

  @Test
  void digits_come_in_threes() {
    assertThat(Pieces.of(" 1234\u0663\u00b25", Cl100kSplitter::end))
        .containsExactly(" ", "123", "4\u0663\u00b2", "5");
  }

  @Test
  void symbols_take_the_line_breaks_behind_them() {
    assertThat(Pieces.of("a ..\r\n\n b", Cl100kSplitter::end))
        .containsExactly("a", " ..\r\n\n", " b");
  }

  @Test
  void spaces_end_with_their_last_line_break_but_at_the_end_of_the_text() {
    assertThat(Pieces.of("a \n \n  b \n ", Cl100kSplitter::end))
        .containsExactly("a", " \n \n", " ", " b", " \n ");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cuts_where_the_published_pattern_cuts(long seed) {
    Pieces.assertCutAs(PUBLISHED, Cl100kSplitter::end, seed);
  }
}
