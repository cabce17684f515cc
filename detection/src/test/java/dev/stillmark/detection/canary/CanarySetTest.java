package dev.stillmark.detection.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CanarySetTest {

  private static final Canary FIRST = new Canary("c1", "p1", "tangerine");
  private static final Canary SECOND = new Canary("c2", "p2", "pineapple");

  @Test
  void a_value_that_breaks_a_rule_is_refused() {
    assertRefused(() -> new Canary(" ", "p", "r"), "the id of a canary must not be blank");
    assertRefused(() -> new Canary("c", "", "r"), "promptId of canary 'c' must not be blank");
    assertRefused(
        () -> new Canary("c", "p", " ?! "), "reply of canary 'c' must hold a letter or a digit");
    assertRefused(() -> new CanarySet(List.of(), 2, 1), "canaries must be at least 1 but are 0");
    assertRefused(
        () -> new CanarySet(List.of(FIRST), 1, 1), "replySpace must be at least 2 but is 1");
    assertRefused(() -> new CanarySet(List.of(FIRST), 2, 0), "asks must be at least 1 but is 0");
    assertRefused(
        () -> new CanarySet(List.of(FIRST, new Canary("c1", "p2", "x")), 2, 1),
        "ids of canaries must be distinct but 'c1' is repeated");
    assertRefused(
        () -> new CanarySet(List.of(FIRST, new Canary("c2", "p1", "x")), 2, 1),
        "promptIds of canaries must be distinct but 'p1' is repeated");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void text_forms_never_show_a_reply() {
    assertThat(FIRST).hasToString("Canary[c1, prompt p1]");
    assertThat(new CanarySet(List.of(FIRST, SECOND), 9, 3))
        .hasToString("CanarySet[2 canaries, reply space 9, 3 asks]");
  }

  @Test
  void the_commitment_covers_every_part_but_not_the_order() {
    String commitment = new CanarySet(List.of(FIRST, SECOND), 9, 3).commitment();

    assertThat(commitment).matches("[0-9a-f]{64}");
    assertThat(new CanarySet(List.of(SECOND, FIRST), 9, 3).commitment()).isEqualTo(commitment);
    assertThat(
            List.of(
                new CanarySet(List.of(FIRST), 9, 3).commitment(),
                new CanarySet(List.of(FIRST, SECOND), 8, 3).commitment(),
                new CanarySet(List.of(FIRST, SECOND), 9, 2).commitment(),
                new CanarySet(List.of(FIRST, new Canary("c2", "p2", "x")), 9, 3).commitment(),
                new CanarySet(List.of(FIRST, new Canary("c2", "p3", "pineapple")), 9, 3)
                    .commitment()))
        .doesNotContain(commitment)
        .doesNotHaveDuplicates();
  }
}
