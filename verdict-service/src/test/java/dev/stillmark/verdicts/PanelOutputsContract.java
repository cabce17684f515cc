package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.select;
import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the outputs of a reference panel's models. */
abstract class PanelOutputsContract extends PanelsContract {

  private static final String NDJSON = "application/x-ndjson";

  static Response post(String panel, String lines) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(NDJSON)
        .body(lines.getBytes(StandardCharsets.UTF_8))
        .post("/v1/panels/{panel}/outputs", panel);
  }

  private static List<JsonPath> answers(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return response.asString().lines().map(JsonPath::new).toList();
  }

  private static List<String> statuses(Response response) {
    return answers(response).stream()
        .filter(line -> line.getString("status") != null)
        .map(line -> line.getString("line") + " " + line.getString("status"))
        .toList();
  }

  private static String panel() {
    String version = unique("outputs");
    putPanel(version, PanelBodies.TWO_TEACHERS).then().statusCode(201);
    return version;
  }

  static String line(String model, String promptId, String output) {
    return "{\"model\":\"%s\",\"promptId\":\"%s\",\"prompt\":\"Why %s?\",\"output\":\"%s\"}\n"
        .formatted(model, promptId, promptId, output);
  }

  @Test
  void every_line_is_answered_on_its_own_and_counted() {
    String panel = panel();
    post(panel, line("gpt4", "p1", "Because."));

    Response response =
        post(
            panel,
            line("gpt4", "p1", "Because.")
                + "\n"
                + line("gpt4", "p1", "Otherwise.")
                + line("gpt4", "p2", "New.")
                + line("gpt4", "p2", "New.")
                + line("stranger", "p2", "New.")
                + "{\"model\":\"gpt4\",\"promptId\":\"p3\",\"text\":\"x\"}\n"
                + "not json\n"
                + "{\"model\":\"gpt4\",\"promptId\":\"p1\",\"output\":\" \"}\n"
                + "{\"model\":\"claude-2\",\"promptId\":\"p1\",\"prompt\":\"How?\",\"output\":\"x\"}\n"
                + "{\"model\":\"claude-2\",\"promptId\":\"p1\",\"output\":\"x\"}");

    assertThat(statuses(response))
        .containsExactly(
            "1 duplicate",
            "3 rejected",
            "4 accepted",
            "5 duplicate",
            "6 rejected",
            "7 rejected",
            "8 rejected",
            "9 rejected",
            "10 rejected",
            "11 accepted");
    assertThat(answers(response))
        .filteredOn(line -> line.getString("error.rule") != null)
        .extracting(line -> line.getString("error.rule"))
        .containsExactly(
            "other-output",
            "unknown-model",
            "unknown-field",
            "invalid-json",
            "blank",
            "other-prompt");
    assertThat(answers(response).get(5).getString("error.message"))
        .isEqualTo("no such field; the nearest known one is output");
    assertThat(answers(response).getLast().getMap("summary", String.class, Integer.class))
        .containsEntry("lines", 10)
        .containsEntry("accepted", 2)
        .containsEntry("duplicate", 2)
        .containsEntry("rejected", 6);
    assertThat(select("select output from panel_output where panel = ? order by output", panel))
        .containsExactly("Because.", "New.", "x");
    assertThat(select("select prompt from panel_prompt where panel = ? order by prompt", panel))
        .containsExactly("Why p1?", "Why p2?");
  }

  @Test
  void panels_have_outputs_of_their_own() {
    String one = panel();
    String other = panel();

    post(one, line("gpt4", "p1", "Because."));

    assertThat(statuses(post(other, line("gpt4", "p1", "Otherwise."))))
        .containsExactly("1 accepted");
  }

  @Test
  void text_is_stored_as_it_came() {
    String panel = panel();
    String output = "é\\n\\t\\ud83d\\ude00 \\\"quoted\\\" \\u007f";

    post(panel, line("gpt4", "p1", output));

    assertThat(select("select output from panel_output where panel = ?", panel))
        .containsExactly("é\n\t\ud83d\ude00 \"quoted\" \u007f");
  }

  @Test
  void hostile_lines_are_rejected_one_by_one() {
    String panel = panel();

    Response response =
        post(
            panel,
            line("gpt4", "p1", "a\\u0000b")
                + line("gpt4", "p1", "\\ud800")
                + line("gpt4", "p\\u001b", "x")
                + line("x".repeat(5_000), "p1", "x")
                + "[".repeat(50_000)
                + "\n"
                + "{\"model\":\"gpt4\",\"model\":\"gpt4\",\"promptId\":\"p\",\"output\":\"x\"}\n"
                + "{\"model\":{},\"promptId\":\"p\",\"output\":\"x\"}\n"
                + line("gpt4", "p1", "sound"));

    assertThat(statuses(response))
        .filteredOn(status -> status.endsWith("accepted"))
        .containsExactly("8 accepted");
    assertThat(answers(response).getLast().getInt("summary.rejected")).isEqualTo(7);
  }

  @Test
  void a_request_without_a_readable_line_is_a_problem() {
    String panel = panel();

    Response unreadable = post(panel, "one\ntwo\n");

    assertThat(unreadable.statusCode()).isEqualTo(400);
    assertThat(unreadable.contentType()).startsWith("application/problem+json");
    assertThat(unreadable.jsonPath().getList("errors.line")).containsExactly(1, 2);
    assertThat(post(panel, "\n\n").statusCode()).isEqualTo(400);
    assertThat(post(unique("nowhere"), line("gpt4", "p", "x")).statusCode()).isEqualTo(404);
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/panels/{panel}/outputs", panel)
        .then()
        .statusCode(415);
  }
}
