package dev.stillmark.detection.attribution.measuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleVectorTest {

  private static final int LAYOUT = 2;
  private static final int PUNCTUATION = 9;
  private static final int SHAPES = 31;
  private static final int STOCK = 36;
  private static final int FUNCTION_WORDS = 57;

  private static float[] style(String text) {
    return StyleVector.of(AnswerTokens.of(AnswerText.of(text)));
  }

  private static int[] layout(String text) {
    return new LayoutMarks(text.codePoints().toArray()).counts();
  }

  @Test
  void has_118_numbers() {
    assertThat(StyleVector.SIZE).isEqualTo(118);
    assertThat(style("")).hasSize(118);
  }

  /** 6 tokens: the cat sat , ok ! - by hand from the definition. */
  @Test
  void a_short_answer_has_the_numbers_worked_out_by_hand() {
    float[] style = style("The cat sat, ok!");

    assertThat(style[0]).isCloseTo((float) Math.log(7), within(1e-6f));
    assertThat(style[1]).isCloseTo((float) Math.log(11 / 4.0 + 1), within(1e-6f));
    assertThat(style[PUNCTUATION]).isCloseTo(1 / 7f, within(1e-6f));
    assertThat(style[SHAPES]).isCloseTo((float) Math.log(7), within(1e-6f));
    assertThat(style[SHAPES + 1]).isCloseTo((float) (4 / Math.pow(4, 0.8)), within(1e-6f));
    assertThat(style[SHAPES + 2]).isCloseTo(1 / 17f, within(1e-6f));
    assertThat(style[SHAPES + 3]).isZero();
    assertThat(style[SHAPES + 4]).isOne();
    assertThat(style[STOCK + 20]).isOne();
    assertThat(style[FUNCTION_WORDS]).isCloseTo(1 / 7f, within(1e-6f));
  }

  @Test
  void layout_is_counted_by_line() {
    assertThat(layout("# Head\n\n- a\n  * b\n1. c\n12) d\n-e\n1.f\n**bold** ***more** ** **\n```"))
        .containsExactly(2, 2, 3, 1, 1, 1, 9);
  }

  @Test
  void lengths_of_layout_enter_by_their_logarithm() {
    assertThat(style("- a\n- b")[LAYOUT]).isCloseTo((float) Math.log(3), within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({
    "Sure thing, 11, true",
    "Surely not, 11, false",
    "Make sure, 11, false",
    "As an AI: no, 0, true",
    "as an aid, 0, false",
    "Overall good, 5, true",
    "coveralls, 5, false",
    "Hi I cannot, 3, true",
    "hi cannot, 3, false",
    "Here's why, 12, true",
    "hereish, 12, false",
    "It is important to note, 4, true",
    "*waves*, 19, true"
  })
  void stock_phrases_stand_where_they_may(String text, int kind, boolean found) {
    assertThat(style(text)[STOCK + kind] == 1).isEqualTo(found);
  }
}
