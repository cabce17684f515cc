package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class TiktokenTokenizerTest {

  @SuppressWarnings("unused")
  static final List<String> NAMES = TiktokenTokenizer.NAMES;

  private static final List<String> HOSTILE_UNITS =
      List.of(
          "a",
          "A",
          "aA",
          "A\u4e2d",
          "a'S",
          "\u4e2d",
          "\u0301",
          "1",
          " ",
          "\n",
          "\n ",
          "/",
          "!\n",
          "\u3000",
          "\ud83d\ude00");

  /** Ids printed by tiktoken 0.14. */
  static Stream<Arguments> printedByTiktoken() {
    String mixed = "Ünïcode 中文 12345's\r\n  x";
    return Stream.of(
        Arguments.of("r50k_base", "hello world", new long[] {31373, 995}),
        Arguments.of("cl100k_base", "hello world", new long[] {15339, 1917}),
        Arguments.of("o200k_base", "hello world", new long[] {24912, 2375}),
        Arguments.of(
            "r50k_base",
            mixed,
            new long[] {
              127, 250, 77, 26884, 8189, 220, 40792, 23877, 229, 17031, 2231, 338, 201, 198, 220,
              2124
            }),
        Arguments.of(
            "cl100k_base",
            mixed,
            new long[] {53591, 77, 38672, 1889, 73958, 17161, 220, 4513, 1774, 596, 319, 220, 865}),
        Arguments.of(
            "o200k_base",
            mixed,
            new long[] {8858, 77, 9954, 3056, 83711, 220, 7633, 2548, 885, 370, 220, 1215}));
  }

  @ParameterizedTest
  @MethodSource("printedByTiktoken")
  void gives_the_ids_of_tiktoken(String name, String text, long[] ids) {
    assertThat(TiktokenTokenizer.named(name).encode(text)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({"r50k_base, 50257", "cl100k_base, 100277", "o200k_base, 200019"})
  void the_vocabulary_ends_with_the_highest_special_token(String name, int size) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);

    assertThat(tokenizer.vocabularySize()).isEqualTo(size);
    assertThat(tokenizer.decode(new long[] {size - 1})).startsWith("<|endof");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokenizer.decode(new long[] {size}))
        .withMessageContaining("must be within 0..%d but one is %d".formatted(size - 1, size));
  }

  @ParameterizedTest
  @CsvSource({
    "r50k_base, 50256, <|endoftext|>",
    "cl100k_base, 100257, <|endoftext|>",
    "cl100k_base, 100258, <|fim_prefix|>",
    "cl100k_base, 100259, <|fim_middle|>",
    "cl100k_base, 100260, <|fim_suffix|>",
    "cl100k_base, 100276, <|endofprompt|>",
    "o200k_base, 199999, <|endoftext|>",
    "o200k_base, 200018, <|endofprompt|>"
  })
  void special_tokens_decode_to_their_text(String name, long id, String text) {
    assertThat(TiktokenTokenizer.named(name).decode(new long[] {id})).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "cl100k_base, 100256",
    "cl100k_base, 100261",
    "cl100k_base, 100275",
    "o200k_base, 199998",
    "o200k_base, 200000",
    "o200k_base, 200017"
  })
  void an_id_in_a_gap_is_an_error(String name, long id) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokenizer.decode(new long[] {id}))
        .withMessage("ids must be in the vocabulary of %s but one is %d".formatted(name, id));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void special_token_text_is_ordinary_text(String name) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);

    long[] ids = tokenizer.encode("a<|endoftext|>b");

    assertThat(ids).hasSizeGreaterThan(3);
    assertThat(tokenizer.decode(ids)).isEqualTo("a<|endoftext|>b");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void an_unpaired_surrogate_is_read_as_the_replacement_character(String name) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);

    assertThat(tokenizer.encode("x\udfff\ud83d y\ud83d\ude00\ud800"))
        .isEqualTo(tokenizer.encode("x\ufffd\ufffd y\ud83d\ude00\ufffd"));
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void half_a_character_decodes_to_the_replacement_character(String name) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);
    long[] ids = tokenizer.encode("\ud83e\udee0");

    String firstHalf = tokenizer.decode(new long[] {ids[0]});

    assertThat(ids).hasSizeGreaterThan(1);
    assertThat(firstHalf).contains("\ufffd");
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  @Timeout(60)
  void a_long_unbroken_run_does_not_take_quadratic_time(String name) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);

    for (String unit : HOSTILE_UNITS) {
      String text = unit.repeat(1_000_000 / unit.length());
      assertThat(tokenizer.decode(tokenizer.encode(text))).as(unit).isEqualTo(text);
    }
  }

  @Test
  void is_loaded_once_per_name() {
    assertThat(TiktokenTokenizer.named("r50k_base")).isSameAs(TiktokenTokenizer.named("r50k_base"));
  }

  @Test
  void an_unknown_name_is_an_error_that_names_the_known_ones() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TiktokenTokenizer.named("p50k_base"))
        .withMessage(
            "tokenizer must be one of [r50k_base, cl100k_base, o200k_base] but is 'p50k_base'");
  }
}
