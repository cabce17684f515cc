package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptOrderTest {

  /** Modulo 2^32: 1 gives 2654435761, 2 gives 1013904226, 3 gives 3668339987, 5 gives 387276917. */
  @Test
  void takes_the_first_by_the_hash_and_lists_them_by_identifier() {
    List<Long> ids = List.of(1L, 2L, 3L, 5L, 2L);

    assertThat(PromptOrder.first(ids, 1)).containsExactly(5L);
    assertThat(PromptOrder.first(ids, 2)).containsExactly(2L, 5L);
    assertThat(PromptOrder.first(ids, 3)).containsExactly(1L, 2L, 5L);
    assertThat(PromptOrder.first(ids, 9)).containsExactly(1L, 2L, 3L, 5L);
  }
}
