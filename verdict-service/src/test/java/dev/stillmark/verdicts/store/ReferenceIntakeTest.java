package dev.stillmark.verdicts.store;

import static dev.stillmark.verdicts.store.ReferenceOutcome.DUPLICATE;
import static dev.stillmark.verdicts.store.ReferenceOutcome.OTHER_OUTPUT;
import static dev.stillmark.verdicts.store.ReferenceOutcome.OTHER_PROMPT;
import static dev.stillmark.verdicts.store.ReferenceOutcome.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReferenceIntakeTest {

  private final ReferenceIntake intake = new ReferenceIntake();

  private ReferenceOutcome take(String model, String promptId, String prompt, String output) {
    return intake.take(new ReferenceOutput(model, promptId, prompt, output));
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_model_has_one_output_to_a_prompt() {
    assertThat(take("m", "p", null, "one")).isEqualTo(STORED);
    assertThat(take("m", "p", null, "one")).isEqualTo(DUPLICATE);
    assertThat(take("m", "p", null, "two")).isEqualTo(OTHER_OUTPUT);
    assertThat(take("m", "q", null, "two")).isEqualTo(STORED);
    assertThat(take("n", "p", null, "two")).isEqualTo(STORED);

    assertThat(intake.newOutputs()).hasSize(3);
  }

  @Test
  void what_is_stored_counts_as_what_came_before() {
    intake.knowPrompt("p", sha256("why"));
    intake.knowOutput("p", "m", sha256("one"));

    assertThat(take("m", "p", "why", "one")).isEqualTo(DUPLICATE);
    assertThat(take("m", "p", "why", "two")).isEqualTo(OTHER_OUTPUT);
    assertThat(take("n", "p", "how", "two")).isEqualTo(OTHER_PROMPT);
    assertThat(intake.newPrompts()).isEmpty();
    assertThat(intake.newOutputs()).isEmpty();
  }

  @Test
  void a_prompt_may_be_told_later_and_only_once() {
    assertThat(take("m", "p", null, "one")).isEqualTo(STORED);
    assertThat(take("m", "p", "why", "one")).isEqualTo(DUPLICATE);
    assertThat(take("n", "p", "why", "two")).isEqualTo(STORED);
    assertThat(take("o", "p", "how", "two")).isEqualTo(OTHER_PROMPT);

    assertThat(intake.newPrompts())
        .containsExactly(new NewReferencePrompt("p", "why", sha256("why")));
  }

  @Test
  void what_is_refused_leaves_no_trace() {
    intake.knowOutput("p", "m", sha256("one"));

    assertThat(take("m", "p", "why", "two")).isEqualTo(OTHER_OUTPUT);

    assertThat(intake.newPrompts()).isEmpty();
    assertThat(take("n", "p", "how", "two")).isEqualTo(STORED);
  }
}
