package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class O200kSplitterTest {

  private static final String CAPITAL = "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]";
  private static final String SMALL = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]";
  private static final String PREFIX = "[^\\r\\n\\p{L}\\p{N}]?";
  private static final String CONTRACTION = "(?i:'s|'t|'re|'ve|'m|'ll|'d)?";

  private static final Pattern PUBLISHED =
      Pattern.compile(
          String.join(
              "|",
              PREFIX + CAPITAL + "*" + SMALL + "+" + CONTRACTION,
              PREFIX + CAPITAL + "+" + SMALL + "*" + CONTRACTION,
              "\\p{N}{1,3}",
              " ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*",
              "\\s*[\\r\\n]+",
              "\\s+(?!\\S)",
              "\\s+"),
          Pattern.UNICODE_CHARACTER_CLASS);

  @Test
  void a_capital_behind_small_letters_starts_a_word() {
    assertThat(Pieces.of("parseHTTPHeader myDOM", O200kSplitter::end))
        .containsExactly("parse", "HTTPHeader", " my", "DOM");
  }

  @Test
  void letters_without_case_end_the_capitals_behind_which_no_small_letter_stands() {
    assertThat(Pieces.of("A\u4e2dBC B\u4e2dDc \u4e2dE", O200kSplitter::end))
        .containsExactly("A\u4e2d", "BC", " B\u4e2dDc", " \u4e2d", "E");
  }

  @Test
  void a_mark_before_capitals_stands_alone_and_before_small_letters_does_not() {
    assertThat(Pieces.of("\u0301AB\n\u0301ab\n\u0301", O200kSplitter::end))
        .containsExactly("\u0301", "AB", "\n", "\u0301ab", "\n", "\u0301");
  }

  @Test
  void a_contraction_stays_with_its_word_in_any_case() {
    assertThat(Pieces.of("I'LL she'\u017f 'sub 1's", O200kSplitter::end))
        .containsExactly("I'LL", " she'\u017f", " '", "sub", " ", "1", "'s");
  }

  @Test
  void symbols_take_line_breaks_and_slashes_behind_them() {
    assertThat(Pieces.of("a :\n//\r\nb", O200kSplitter::end))
        .containsExactly("a", " :\n//\r\n", "b");
  }

  @Test
  void spaces_end_with_their_last_line_break_even_at_the_end_of_the_text() {
    assertThat(Pieces.of("a \n \n  b \n ", O200kSplitter::end))
        .containsExactly("a", " \n \n", " ", " b", " \n", " ");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cuts_where_the_published_pattern_cuts(long seed) {
    Pieces.assertCutAs(PUBLISHED, O200kSplitter::end, seed);
  }
}
