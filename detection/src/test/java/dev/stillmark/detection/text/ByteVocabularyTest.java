package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteVocabularyTest {

  @Test
  void tokens_that_share_their_first_and_last_eight_bytes_are_told_apart() {
    List<String> tokens =
        List.of("internal", "internals", "interna", "12345678-a-87654321", "12345678-b-87654321");
    SmallRanks ranks = SmallRanks.of(tokens);

    assertThat(tokens).extracting(ranks::find).containsExactly(256, 257, 258, 259, 260);
    assertThat(List.of("internalx", "intern", "12345678-c-87654321"))
        .extracting(ranks::find)
        .containsOnly(ByteVocabulary.NONE);
  }

  @Test
  void zeros_at_the_end_of_a_token_count() {
    SmallRanks ranks = SmallRanks.of(List.of("a\0", "a\0\0\0"));

    assertThat(List.of("a", "a\0", "a\0\0", "a\0\0\0"))
        .extracting(ranks::find)
        .containsExactly((int) 'a', 256, ByteVocabulary.NONE, 257);
  }

  @Test
  void an_id_gives_its_bytes_back() {
    ByteVocabulary vocabulary = SmallRanks.of(List.of("the", "internals")).vocabulary();

    assertThat(vocabulary.size()).isEqualTo(258);
    assertThat(vocabulary.bytesOf(0xff)).containsExactly(0xff);
    assertThat(vocabulary.bytesOf(257)).isEqualTo("internals".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_vocabulary_without_every_byte_is_refused() {
    byte[] bytes = {0, 1, 3};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ByteVocabulary(bytes, new int[] {1, 2, 3}))
        .withMessage("vocabulary must hold every byte but lacks 0x02");
  }
}
