package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerFileTest {

  private static final String TEXT =
      "\"Slow\\fast,\" she said; the 3 cats' tails aren't 12.5 inches\tlong.\n\nBärte \uD83D\uDE00!";

  @Test
  void joins_the_most_frequent_pair_first_and_on_ties_the_one_that_comes_first_as_text() {
    List<Merge> merges = BytePairTrainer.train(List.of("abab", "abab", "cd", "cd", "cd"), 10);

    assertThat(merges)
        .containsExactly(new Merge("a", "b"), new Merge("c", "d"), new Merge("ab", "ab"));
  }

  @Test
  void joins_overlapping_pairs_from_the_left() {
    assertThat(BytePairTrainer.train(List.of("aaaaa", "aaaaa"), 3))
        .containsExactly(new Merge("a", "a"), new Merge("aa", "a"), new Merge("aa", "aaa"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_file_holds_the_model_and_the_models_name_is_its_digest(long seed) throws Exception {
    TokenizerFile file = trained(seed);

    JsonNode json = new ObjectMapper().readTree(file.json());

    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(file.json().getBytes(StandardCharsets.UTF_8));
    assertThat(file.model().name()).isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
    assertThat(json.at("/model/vocab")).as("seed %d", seed).hasSize(600);
    file.model()
        .vocabulary()
        .forEach(
            (piece, id) -> assertThat(json.at("/model/vocab").get(piece).asInt()).isEqualTo(id));
    assertThat(json.at("/model/merges"))
        .map(pair -> new Merge(pair.get(0).asText(), pair.get(1).asText()))
        .isEqualTo(file.model().merges());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_tokenizer_gives_back_every_text_and_shortens_its_own_prose(long seed) {
    var tokenizer = new ByteLevelBpeTokenizer(trained(seed).model());
    String prose = essays(seed + 100).getFirst();

    assertThat(tokenizer.vocabularySize()).isEqualTo(600);
    assertThat(tokenizer.decode(tokenizer.encode(TEXT))).isEqualTo(TEXT);
    assertThat(tokenizer.decode(tokenizer.encode(prose))).isEqualTo(prose);
    assertThat(tokenizer.encode(prose).length).as("seed %d", seed).isLessThan(prose.length() / 2);
  }

  private static TokenizerFile trained(long seed) {
    return TokenizerFile.train(essays(seed), 600);
  }

  private static List<String> essays(long seed) {
    Grammar prose = Grammar.ofProse();
    HouseStyle style = HouseStyle.draw(prose, new Seed(seed));
    return new ProseWriter(prose, style).essays(40, new Seed(seed).random());
  }
}
