package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for answers that a panel's models share word for word. */
abstract class PanelCopiesContract extends PanelOutputsContract {

  private static String panel() {
    String version = unique("copies");
    putPanel(version, PanelBodies.TWO_TEACHERS).then().statusCode(201);
    return version;
  }

  private static void answer(String panel, String model, String voice, int tokens) {
    StringBuilder lines = new StringBuilder();
    for (int prompt = 0; prompt < 3; prompt++) {
      lines.append(line(model, "p" + prompt, (voice + " ").repeat(tokens).strip()));
    }
    post(panel, lines.toString()).then().statusCode(200);
  }

  private static JsonPath copies(String panel, String query) {
    return given().get("/v1/panels/{panel}/copies" + query, panel).jsonPath();
  }

  @Test
  void a_model_with_a_references_answers_leaves() {
    String panel = panel();
    answer(panel, "gpt4", "same", 60);
    answer(panel, "student", "same", 60);
    answer(panel, "claude-2", "other", 60);

    JsonPath found = copies(panel, "");

    assertThat(found.getString("panel")).isEqualTo(panel);
    assertThat(found.getString("digest")).matches("[0-9a-f]{64}");
    assertThat(found.getList("leaving")).containsExactly("student");
    assertThat(found.getList("items")).hasSize(1);
    assertThat(found.getMap("items[0]"))
        .containsEntry("model", "gpt4")
        .containsEntry("other", "student")
        .containsEntry("prompts", 3)
        .containsEntry("answeredByBoth", 3)
        .containsEntry("share", 1.0f)
        .containsEntry("leaving", List.of("student"))
        .containsEntry("ofTwoTeachers", false);
  }

  @Test
  void references_of_two_teachers_stay_and_are_named() {
    String panel = panel();
    answer(panel, "gpt4", "same", 60);
    answer(panel, "claude-2", "same", 60);

    JsonPath found = copies(panel, "");

    assertThat(found.getList("leaving")).isEmpty();
    assertThat(found.getBoolean("items[0].ofTwoTeachers")).isTrue();
    assertThat(found.getList("items[0].leaving")).isEmpty();
  }

  @Test
  void short_answers_and_kin_share_nothing() {
    String panel = panel();
    answer(panel, "gpt4", "same", 60);
    answer(panel, "gpt4-0613", "same", 60);
    answer(panel, "student", "short", 59);
    answer(panel, "claude-2", "short", 59);

    JsonPath found = copies(panel, "");

    assertThat(found.getList("items")).isEmpty();
    assertThat(found.getString("nextCursor")).isNull();
  }

  @Test
  void pages_make_up_the_list() {
    String panel = panel();
    for (String model : List.of("gpt4", "gpt4-0613", "claude-2", "student", "student-dpo")) {
      answer(panel, model, "same", 60);
    }
    List<Object> items = new ArrayList<>();

    String cursor = "";
    while (cursor != null) {
      JsonPath page = copies(panel, "?limit=3&cursor=" + cursor);
      items.addAll(page.getList("items"));
      assertThat(page.getList("leaving")).containsExactly("student", "student-dpo");
      cursor = page.getString("nextCursor");
    }

    assertThat(items).hasSize(8).isEqualTo(copies(panel, "").getList("items"));
  }

  @Test
  void a_panel_without_outputs_has_no_copies() {
    assertThat(copies(panel(), "").getList("items")).isEmpty();
    given().get("/v1/panels/{panel}/copies", unique("nowhere")).then().statusCode(404);
    given().get("/v1/panels/{panel}/copies?limit=0", panel()).then().statusCode(400);
  }
}
