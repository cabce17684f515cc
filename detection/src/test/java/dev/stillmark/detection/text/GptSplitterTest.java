package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GptSplitterTest {

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final List<String> PARTS =
      List.of(
          "'s",
          "'S",
          "'t",
          "'re",
          "'r",
          "'ve",
          "'ll",
          "'l",
          "'m",
          "'d",
          "'",
          " ",
          "  ",
          "\t",
          "\n",
          "\r\n",
          "\u000b",
          "\u001c",
          "\u0085",
          "\u00a0",
          "\u180e",
          "\u200b",
          "\u2003",
          "\u2028",
          "\u3000",
          "a",
          "Word",
          "\u00e9",
          "e\u0301",
          "\u4e2d",
          "\u01c5",
          "\u02b0",
          "\ud835\udcb3",
          "1",
          "12",
          "\u0663",
          "\u2167",
          "\u00b2",
          "!",
          "...",
          "\ud83d\ude00",
          "\u0000",
          "\ufffd");

  @Test
  void keeps_contractions_words_numbers_and_spaces_apart() {
    assertThat(pieces("We've 12 cats,  don't we?\n\n  End "))
        .containsExactly(
            "We", "'ve", " 12", " cats", ",", " ", " don", "'t", " we", "?", "\n\n ", " End", " ");
  }

  @Test
  void next_line_is_a_space_and_the_mongolian_vowel_separator_is_not() {
    assertThat(pieces("a\u0085\u0085b\u180ec"))
        .containsExactly("a", "\u0085", "\u0085", "b", "\u180e", "c");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void cuts_where_the_published_pattern_cuts(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(20); part >= 0; part--) {
        text.append(PARTS.get(random.nextInt(PARTS.size())));
      }

      List<String> expected =
          PUBLISHED.matcher(text).results().map(match -> match.group()).toList();

      assertThat(pieces(text.toString())).as("seed %d, text %d", seed, i).isEqualTo(expected);
    }
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = GptSplitter.end(text, start);
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }
}
