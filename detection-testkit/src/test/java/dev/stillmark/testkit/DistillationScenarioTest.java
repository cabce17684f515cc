package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.testkit.Scenario.Expectation;
import dev.stillmark.testkit.Scenario.ReferenceModel;
import dev.stillmark.testkit.Scenario.Suspect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistillationScenarioTest {

  @ParameterizedTest
  @ValueSource(longs = {1, -7})
  void a_seed_decides_about_every_byte(long seed) {
    Scenario again = DistillationScenario.of(seed);

    assertThat(again).as("seed %d", seed).isEqualTo(Scenarios.of(seed));
  }

  /** A changed grammar or size changes it; another machine or Java release must not. */
  @Test
  void seed_1_is_the_same_world_everywhere() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Scenario scenario = Scenarios.of(1);

    digest.update(scenario.tokenizer().json().getBytes(StandardCharsets.UTF_8));
    digest.update(Long.toString(scenario.watermarkKey()).getBytes(StandardCharsets.UTF_8));
    answersByModel(scenario)
        .flatMap(List::stream)
        .forEach(answer -> digest.update(answer.output().getBytes(StandardCharsets.UTF_8)));

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("9612fc7f00ab40835c95a9a2ccc72eb38b807a219c1e9ef7e93c3ae256874b95");
  }

  @Test
  void seeds_make_different_worlds() {
    Scenario one = Scenarios.of(1);
    Scenario other = Scenarios.of(2);

    assertThat(one.watermarkKey()).isNotEqualTo(other.watermarkKey());
    assertThat(one.tokenizer().model().name()).isNotEqualTo(other.tokenizer().model().name());
    assertThat(one.suspects().getFirst()).isNotEqualTo(other.suspects().getFirst());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_output_is_plain_text_under_an_identity_of_its_own(long seed) {
    answersByModel(Scenarios.of(seed))
        .forEach(answers -> {
          assertThat(answers).as("seed %d", seed).doesNotHaveDuplicates();
          assertThat(answers)
              .as("seed %d", seed)
              .allMatch(answer -> answer.output().matches("[ -~]*[!-~][ -~]*"))
              .allMatch(answer -> answer.prompt().matches("[ -~]+"));
          assertThat(answers.stream().map(GeneratedOutput::promptId))
              .as("seed %d", seed)
              .doesNotHaveDuplicates();
        });
  }

  @Test
  void all_models_answer_the_same_questions() {
    List<List<GeneratedOutput>> answers = answersByModel(Scenarios.of(1)).toList();

    assertThat(answers)
        .extracting(list -> list.get(7).prompt())
        .containsOnly(answers.getFirst().get(7).prompt());
  }

  @Test
  void the_panel_can_reach_five_percent_and_the_background_stands_outside_it() {
    Scenario scenario = Scenarios.of(1);

    List<String> families =
        scenario.references().stream().map(ReferenceModel::family).distinct().toList();

    assertThat(1.0 / (families.size() + 1)).isLessThan(0.05);
    assertThat(scenario.references()).hasSizeGreaterThan(families.size());
    assertThat(scenario.references()).allMatch(model -> model.outputs().size() >= 60);
    assertThat(scenario.background())
        .doesNotContainAnyElementsOf(
            scenario.references().stream().flatMap(model -> model.outputs().stream()).toList());
  }

  @Test
  void every_suspect_has_one_expected_answer() {
    Scenario scenario = Scenarios.of(1);

    assertThat(scenario.expectations())
        .extracting(Expectation::suspect)
        .containsExactlyElementsOf(scenario.suspects().stream().map(Suspect::name).toList());
    assertThat(scenario.expectations())
        .allMatch(expected -> expected.teacher().equals(scenario.teacher().name()))
        .allMatch(
            expected -> expected.decision().equals("inconclusive") == (expected.reason() != null));
  }

  @Test
  void no_text_form_shows_the_key_or_what_was_said() {
    Scenario scenario = Scenarios.of(1);
    GeneratedOutput output = scenario.background().getFirst();

    assertThat(scenario.toString()).doesNotContain(Long.toString(scenario.watermarkKey()));
    assertThat(output.toString()).doesNotContain(output.output()).doesNotContain(output.prompt());
    assertThat(Stream.of(scenario.suspects(), scenario.references()).map(Object::toString))
        .noneMatch(text -> text.contains(output.prompt()));
  }

  private static Stream<List<GeneratedOutput>> answersByModel(Scenario scenario) {
    return Stream.of(
            scenario.suspects().stream().map(Suspect::outputs),
            scenario.references().stream().map(ReferenceModel::outputs),
            Stream.of(scenario.teacherReferenceOutputs()))
        .flatMap(lists -> lists);
  }
}
