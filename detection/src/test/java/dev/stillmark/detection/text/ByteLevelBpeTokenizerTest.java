package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteLevelBpeTokenizerTest {

  @Test
  void merges_the_earliest_rule_first() {
    Tokenizer tokenizer = SmallBpe.english().tokenizer();

    assertThat(tokenizer.encode("the thin the")).containsExactly('t', 257, 256, 'h', 259, 258);
  }

  @Test
  void merges_the_leftmost_of_equal_pairs() {
    Tokenizer tokenizer = SmallBpe.of("a a").tokenizer();

    assertThat(tokenizer.encode("aaaaa")).containsExactly(256, 256, 'a');
  }

  @Test
  void the_pattern_keeps_merges_inside_words() {
    SmallBpe small = SmallBpe.of("e \u0120");

    assertThat(small.tokenizer().encode("e e")).containsExactly('e', ' ', 'e');
    assertThat(small.withoutRegex().tokenizer().encode("e e")).containsExactly(256, 'e');
  }

  @Test
  void a_prefix_space_is_added_only_where_there_is_none() {
    Tokenizer tokenizer = SmallBpe.english().withPrefixSpace().tokenizer();

    assertThat(tokenizer.encode("the")).containsExactly(258);
    assertThat(tokenizer.encode(" the")).containsExactly(258);
    assertThat(tokenizer.encode("")).isEmpty();
  }

  @Test
  void ignoring_merges_takes_a_known_piece_whole() {
    SmallBpe small = SmallBpe.english().withPiece("xyz", 260);

    assertThat(small.tokenizer().encode("xyz")).containsExactly('x', 'y', 'z');
    assertThat(small.ignoringMerges().tokenizer().encode("xyz xyz"))
        .containsExactly(260, ' ', 'x', 'y', 'z');
  }

  @Test
  void special_token_text_is_ordinary_text_and_its_id_decodes() {
    Tokenizer tokenizer = SmallBpe.english().withAdded("<|end|>", 300).tokenizer();

    assertThat(tokenizer.encode("<|end|>")).doesNotContain(300).hasSize(7);
    assertThat(tokenizer.decode(new long[] {258, 300})).isEqualTo(" the<|end|>");
    assertThat(tokenizer.vocabularySize()).isEqualTo(301);
  }

  @Test
  void malformed_bytes_decode_to_the_replacement_character() {
    Tokenizer tokenizer = SmallBpe.english().tokenizer();

    assertThat(tokenizer.decode(new long[] {'a', 0xe4, 0xb8, 'b', 0xff}))
        .isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void an_unpaired_surrogate_is_read_as_the_replacement_character() {
    Tokenizer tokenizer = SmallBpe.english().tokenizer();

    assertThat(tokenizer.encode("a\ud800")).containsExactly('a', 0xef, 0xbf, 0xbd);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 260, 1L << 32, Long.MIN_VALUE})
  void an_unknown_id_is_an_error(long id) {
    Tokenizer tokenizer = SmallBpe.english().tokenizer();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokenizer.decode(new long[] {id}))
        .withMessage("ids must be in the vocabulary of small but one is " + id);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void short_and_long_pieces_merge_as_the_definition_says(long seed) {
    Random random = new Random(seed);
    List<Merge> rules = randomMerges(random);
    SmallBpe small =
        SmallBpe.of(rules.stream().map(r -> r.left() + " " + r.right()).toArray(String[]::new));
    Tokenizer tokenizer = small.tokenizer();

    for (int length : List.of(1, 2, 20, 95, 96, 97, 98, 200, 500)) {
      String word = randomWord(random, length);
      assertThat(tokenizer.encode(word))
          .as("seed %d, length %d", seed, length)
          .isEqualTo(byDefinition(small, word));
    }
  }

  private static List<Merge> randomMerges(Random random) {
    List<String> pieces = new ArrayList<>(List.of("a", "b", "c"));
    List<Merge> rules = new ArrayList<>();
    while (rules.size() < 30) {
      Merge rule =
          new Merge(
              pieces.get(random.nextInt(pieces.size())), pieces.get(random.nextInt(pieces.size())));
      if (!pieces.contains(rule.left() + rule.right())) {
        pieces.add(rule.left() + rule.right());
        rules.add(rule);
      }
    }
    return rules;
  }

  private static String randomWord(Random random, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(3)));
    }
    return word.toString();
  }

  private static long[] byDefinition(SmallBpe small, String word) {
    List<String> symbols = new ArrayList<>(word.chars().mapToObj(Character::toString).toList());
    boolean merged = true;
    while (merged) {
      merged = false;
      for (Merge rule : small.merges()) {
        int at = firstPair(symbols, rule);
        if (at >= 0) {
          symbols.set(at, rule.left() + rule.right());
          symbols.remove(at + 1);
          merged = true;
          break;
        }
      }
    }
    return symbols.stream().flatMapToLong(s -> LongStream.of(small.vocabulary().get(s))).toArray();
  }

  private static int firstPair(List<String> symbols, Merge rule) {
    for (int i = 0; i + 1 < symbols.size(); i++) {
      if (symbols.get(i).equals(rule.left()) && symbols.get(i + 1).equals(rule.right())) {
        return i;
      }
    }
    return -1;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void decoding_gives_the_text_back(long seed) {
    byte[] noise = new byte[2_000];
    new Random(seed).nextBytes(noise);
    String text = new String(noise, StandardCharsets.UTF_8) + "in the \ud83d\ude00 thin";
    Tokenizer tokenizer = SmallBpe.english().tokenizer();

    assertThat(tokenizer.decode(tokenizer.encode(text))).as("seed %d", seed).isEqualTo(text);
  }

  @Test
  @Timeout(20)
  void a_word_of_a_megabyte_does_not_take_quadratic_time() {
    Tokenizer tokenizer = SmallBpe.of("a a", "aa aa", "aaaa aaaa").tokenizer();

    assertThat(tokenizer.encode("a".repeat(1 << 20))).hasSize(1 << 17);
  }

  @Test
  void a_model_that_contradicts_itself_is_refused_with_rule_and_value() {
    SmallBpe small = SmallBpe.english();

    assertRefused(small.withoutPiece("a"), "must hold every byte of UTF-8 text but lacks 0x61");
    assertRefused(small.withPiece("zz", 'a'), "ids must be distinct");
    assertRefused(small.withPiece("zz", -1), "must be within 0..2147483646 but is -1");
    assertRefused(small.withAdded("in", 400), "must have its vocabulary id 259 but has 400");
    assertRefused(small.withAdded("new", 259), "ids must be distinct");
    assertRefused(small.withMerges(List.of(new Merge("q", "q"))), "but lacks 'qq' of merge 0");
    assertRefused(
        small.withMerges(List.of(new Merge("i", "n"), new Merge("i", "n"))),
        "merge 1 repeats 'i n'");
  }

  private static void assertRefused(SmallBpe model, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(model::tokenizer)
        .withMessageContaining(message);
  }
}
