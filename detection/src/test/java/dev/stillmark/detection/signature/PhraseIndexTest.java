package dev.stillmark.detection.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseIndexTest {

  @Test
  void finds_every_phrase_once_at_word_borders_only() {
    List<String> phrases = List.of("art", "of course", "course i", "of course i can", "can not");

    assertThat(found(phrases, "Party! Of course. I can; of course I can."))
        .containsExactly("of course", "course i", "of course i can");
  }

  /** Thue-Morse words collide under every polynomial hash modulo 2^64. */
  @Test
  void a_hash_collision_does_not_count() {
    String word = thueMorse('a', 'b');
    String collision = thueMorse('b', 'a');

    assertThat(Words.of(word).distinctPhraseHashes(1))
        .isEqualTo(Words.of(collision).distinctPhraseHashes(1));
    assertThat(found(List.of(word), collision)).isEmpty();
    assertThat(found(List.of(word, collision), collision)).containsExactly(collision);
  }

  private static String thueMorse(char even, char odd) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4096; i++) {
      word.append(Integer.bitCount(i) % 2 == 0 ? even : odd);
    }
    return word.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void finds_what_a_search_phrase_by_phrase_finds(long seed) {
    Random random = new Random(seed);
    TreeSet<String> drawn = new TreeSet<>();
    for (int i = 0; i < 300; i++) {
      drawn.add(text(random, 1 + random.nextInt(4)));
    }
    List<String> phrases = List.copyOf(drawn);
    String text = text(random, 200);

    List<String> expected =
        phrases.stream().filter(p -> (" " + text + " ").contains(" " + p + " ")).toList();

    assertThat(found(phrases, text)).as("seed %d", seed).isEqualTo(expected).isNotEmpty();
  }

  private static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      text.add("w" + random.nextInt(12));
    }
    return String.join(" ", text);
  }

  private static List<String> found(List<String> phrases, String text) {
    return new PhraseIndex(phrases).in(Words.of(text)).stream().mapToObj(phrases::get).toList();
  }
}
