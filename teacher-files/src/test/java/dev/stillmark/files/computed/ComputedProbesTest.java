package dev.stillmark.files.computed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.probe.Grade;
import dev.stillmark.detection.probe.Probe;
import dev.stillmark.detection.probe.ProbeSet;
import dev.stillmark.files.ProbeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputedProbesTest {

  private static final ProbeSet OWN = ProbeFile.own();

  @Test
  void the_set_is_what_its_generator_makes() throws IOException {
    try (InputStream in = ProbeFile.class.getResourceAsStream("computed-1.jsonl")) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(lines).isEqualTo(ComputedProbes.lines());
    }
  }

  /** A set of this name never changes: another one has another version and another digest. */
  @Test
  void the_digest_is_that_of_the_published_version() {
    assertThat(ProbeFile.OWN).isEqualTo("computed-1 (2026-11-25)");
    assertThat(OWN.digest())
        .isEqualTo("38ff815e0342f265b39c46501b4066c8fe29e00e6575e2d8b634757bca59a63d");
  }

  @Test
  void holds_twelve_questions_of_each_topic() {
    assertThat(OWN.probes()).hasSize(492);
    assertThat(OWN.probes().stream().map(Probe::topic).distinct()).hasSize(41);
    assertThat(OWN.probes().stream().map(Probe::difficulty).distinct())
        .containsExactlyInAnyOrder("easy", "medium", "hard");
  }

  @Test
  void every_answer_can_be_derived_again_from_the_wording_alone() {
    List<String> wrong =
        OWN.probes().stream()
            .filter(probe -> !probe.grade("The answer is " + derived(probe)).equals(Grade.RIGHT))
            .map(probe -> probe + " but derived " + derived(probe))
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void every_accepted_answer_is_right_however_it_is_worded() {
    for (Probe probe : OWN.probes()) {
      for (String answer : probe.answers()) {
        assertThat(
                List.of(
                    probe.grade(answer),
                    probe.grade("**" + answer + "**"),
                    probe.grade("Let me think.\n\nThe answer is " + answer + "."),
                    probe.grade("So the final answer is \\boxed{" + answer + "}."),
                    probe.grade("<think>It is 7, or no.</think>\nAnswer: **" + answer + "**")))
            .as("%s", probe)
            .containsOnly(Grade.RIGHT);
      }
    }
  }

  private static String derived(Probe probe) {
    return Derivations.answer(probe.topic(), probe.question());
  }
}
