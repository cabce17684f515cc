package dev.stillmark.verdicts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.service.Problem;
import dev.stillmark.service.ProblemException;
import dev.stillmark.verdicts.PanelBodies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelReaderTest {

  private static ReferencePanel read(String body) {
    return PanelReader.read("v1", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem refusal(String version, String body) {
    return catchThrowableOfType(
            ProblemException.class,
            () -> PanelReader.read(version, body.getBytes(StandardCharsets.UTF_8)))
        .problem();
  }

  private static List<String> faults(String body) {
    return refusal("v1", body).errors().stream()
        .map(error -> error.field() + " " + error.rule())
        .toList();
  }

  @Test
  void reads_what_stands_there() {
    ReferencePanel panel = read(PanelBodies.TWO_TEACHERS);

    PanelModel student = panel.models().get(3);
    assertThat(panel.version()).isEqualTo("v1");
    assertThat(panel.date()).hasToString("2024-06-01");
    assertThat(panel.teachers().getFirst().references()).containsExactly("gpt4", "gpt4-0613");
    assertThat(panel.teachers().getFirst().firstAvailable()).hasToString("2023-03");
    assertThat(student.derivedFrom()).contains("llama-2");
    assertThat(student.exposureTo("gpt-4")).isEqualTo(Exposure.TAUGHT);
    assertThat(panel.models().get(1).exposureTo("claude")).isEqualTo(Exposure.UNKNOWN);
    assertThat(panel.models().get(1).firstSeen()).isEmpty();
  }

  @Test
  void no_order_makes_another_panel() {
    assertThat(read(PanelBodies.REORDERED).digest())
        .isEqualTo(read(PanelBodies.TWO_TEACHERS).digest());
  }

  /** Each replaces one piece of a sound body by another, and breaks one rule. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"date\": \"2024-06-01\",             | ``                                 | date invalid-date",
        "2024-06-01                           | 2024-02-30                         | date invalid-date",
        "2024-06-01                           | +12024-06-01                       | date invalid-date",
        "2023-03                              | 2023-13                            | teachers[0].firstAvailable invalid-month",
        "2023-03                              | 2023-03-14                         | teachers[0].firstAvailable invalid-month",
        "\"vendor\": \"openai\",              | ``                                 | teachers[0].vendor invalid-name",
        "\"teacher\": \"claude\"              | \"teacher\": \"gpt-4\"             | teachers[1].teacher repeated",
        "[\"gpt4\", \"gpt4-0613\"]            | [\"gpt4\", \"gpt4\"]               | teachers[0].references[1] repeated",
        "[\"gpt4\", \"gpt4-0613\"]            | [\"gpt4\", \"gtp4\"]               | teachers[0].references[1] unknown-model",
        "[\"claude-2\"]                       | []                                 | teachers[1].references out-of-range",
        "[\"claude-2\"]                       | [null]                             | teachers[1].references[0] invalid-name",
        "\"family\": \"claude\",              | ``                                 | models[2].family invalid-name",
        "\"model\": \"gpt4-0613\"             | \"model\": \"gpt4\"                | teachers[0].references[1] unknown-model",
        "2023-12-01                           | yesterday                          | models[3].firstSeen invalid-date",
        "\"provenance\": \"documented\",      | ``                                 | models[3].provenance unknown-word",
        "\"documented\"                       | \"DOCUMENTED\"                     | models[3].provenance unknown-word",
        "\"taught\"                           | \"learned\"                        | models[3].exposures.gpt-4 unknown-word",
        "\"taught\"                           | null                               | models[3].exposures.gpt-4 unknown-word",
        "\"llama-2\"                          | \"\"                               | models[3].derivedFrom invalid-name",
        "\"student-dpo\"                      | \"a\\u001bb\"                      | models[4].model invalid-name",
        "\"student-dpo\"                      | \"a\\u0000b\"                      | models[4].model invalid-name",
        "\"student-dpo\"                      | \"\\ud800\"                        | models[4].model invalid-name",
        "\"student-dpo\"                      | 7                                  | models[4].model invalid-type",
        "\"firstSeen\"                        | \"firstSene\"                      | models[0].firstSene unknown-field",
        "[\"claude-2\"]                       | \"claude-2\"                       | teachers[1].references invalid-type",
        "\"claude\": \"not-taught\"           | \"gpt-4\": \"not-taught\"          | models[3].exposures invalid-json",
      })
  void names_the_field_and_the_rule(String piece, String other, String fault) {
    String body = PanelBodies.TWO_TEACHERS;
    int at = body.indexOf(piece.strip());
    assertThat(at).as(piece).isNotNegative();

    String broken =
        body.substring(0, at) + other.strip() + body.substring(at + piece.strip().length());

    assertThat(faults(broken)).contains(fault.strip());
  }

  @Test
  void names_the_nearest_known_field_and_teacher() {
    String body =
        PanelBodies.TWO_TEACHERS.replace("{\"gpt-4\": \"taught\",", "{\"gtp-4\": \"taught\",");

    assertThat(refusal("v1", body).errors().getFirst().message())
        .isEqualTo("no teacher of this panel; the nearest is gpt-4");
    assertThat(
            refusal("v1", PanelBodies.TWO_TEACHERS.replaceFirst("firstSeen", "firstSene"))
                .errors()
                .getFirst()
                .message())
        .isEqualTo("no such field; the nearest known one is firstSeen");
  }

  @Test
  void counts_all_rules_and_lists_a_hundred() {
    String models = "{\"model\":\"m\",\"family\":\"f\",\"provenance\":\"documented\"},".repeat(200);
    String body =
        """
        {"date":"2024-06-01","models":[%s{}],"teachers":[
          {"teacher":"t","vendor":"v","firstAvailable":"2023-03","references":["m"]}]}
        """
            .formatted(models);

    Problem problem = refusal("v1", body);

    assertThat(problem.detail())
        .isEqualTo("The body breaks 202 rules, of which the first 100 are listed.");
    assertThat(problem.errors()).hasSize(100);
  }

  @Test
  void refuses_more_models_than_a_panel_may_have() {
    StringBuilder models = new StringBuilder();
    for (int i = 0; i <= 5000; i++) {
      models.append(
          "{\"model\":\"m%d\",\"family\":\"f\",\"provenance\":\"unknown\"},".formatted(i));
    }
    models.setLength(models.length() - 1);
    String body =
        """
        {"date":"2024-06-01","models":[%s],"teachers":[
          {"teacher":"t","vendor":"v","firstAvailable":"2023-03","references":["m0"]}]}
        """
            .formatted(models);

    assertThat(refusal("v1", body).errors())
        .containsExactly(
            Problems.broken("models", "out-of-range", "must have 1..5000 elements but has 5001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{} {}", "{\"a\":1", "\ufeff", "\"x\"", "\u0000"})
  void what_is_no_object_is_named_so(String body) {
    assertThat(faults(body)).containsExactly("null invalid-json");
  }

  @Test
  void depth_is_bounded() {
    String deep = "{\"models\":" + "[".repeat(100_000);

    assertThat(refusal("v1", deep).errors()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", " ", "\ud800"})
  void a_version_needs_a_name(String version) {
    assertThat(refusal(version, PanelBodies.TWO_TEACHERS).errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("panel");
  }

  @Test
  void an_unknown_fields_name_is_shown_short_and_escaped() {
    String field = "\\u001b[31m" + "x".repeat(1000);

    assertThat(refusal("v1", "{\"%s\":1}".formatted(field)).errors().getFirst().field())
        .startsWith("\\u{1b}[31m")
        .hasSizeLessThan(60);
  }
}
