package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerTokensTest {

  private static List<String> tokens(String text) {
    AnswerTokens tokens = AnswerTokens.of(AnswerText.of(text));
    return IntStream.range(0, tokens.count()).mapToObj(i -> tokens.phrase(i, 1)).toList();
  }

  @Test
  void runs_of_letters_digits_and_apostrophes_marks_and_line_breaks_are_tokens() {
    assertThat(tokens(" It's 42%!\r\n\nÜber-cool "))
        .containsExactly("it's", "42", "%", "!", "\n", "\n", "ü", "ber", "-", "cool");
  }

  @Test
  void no_break_space_and_next_line_are_white_space() {
    assertThat(tokens("\u00a0a\u0085b\u2007c\u202fd\u001ce\u3000"))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void an_answer_is_read_up_to_12_000_code_points() {
    AnswerText text = AnswerText.of("  " + "😀".repeat(13_000));

    assertThat(text.written()).hasSize(12_000);
    assertThat(AnswerTokens.of(text).count()).isEqualTo(12_000);
  }

  @Test
  void a_run_of_white_space_is_one_character() {
    AnswerText text = AnswerText.of("A \n\t b");

    assertThat(text.characters()).containsExactly('a', ' ', 'b');
  }

  @Test
  void grams_come_by_place_and_then_length_and_differ() {
    long[] symbols = {1, 2, 1, 2};
    long[] grams = new long[new GramRange(1, 2).most(symbols.length)];

    int count = new GramRange(1, 2).hash(symbols, grams);

    assertThat(count).isEqualTo(7);
    assertThat(grams[0]).isEqualTo(grams[4]);
    assertThat(grams[1]).isEqualTo(grams[5]);
    assertThat(new DistinctGrams().sift(grams, count)).isEqualTo(4);
  }

  @Test
  void a_table_finds_every_gram_that_it_numbered() {
    GramTable table = new GramTable();
    List<Long> grams = new ArrayList<>();
    for (long i = 0; i < 5_000; i++) {
      grams.add(i % 3 == 0 ? i : GramRange.mix(i));
    }

    grams.forEach(table::numberOrNext);

    assertThat(table.size()).isEqualTo(5_000);
    assertThat(grams.stream().map(table::number))
        .containsExactlyElementsOf(IntStream.range(0, 5_000).boxed().toList());
    assertThat(table.number(-1)).isEqualTo(GramTable.ABSENT);
  }
}
