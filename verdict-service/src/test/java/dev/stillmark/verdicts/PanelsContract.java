package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for reference panels. */
abstract class PanelsContract extends RecordsContract {

  static Response putPanel(String version, String body) {
    return given().contentType("application/json").body(body).put("/v1/panels/{panel}", version);
  }

  @Test
  void a_panel_is_stored_under_its_digest_and_read_back() {
    String version = unique("panel/2024");

    Response stored = putPanel(version, PanelBodies.TWO_TEACHERS);
    Response read = given().get("/v1/panels/{panel}", version);

    JsonPath summary = stored.jsonPath();
    JsonPath panel = read.jsonPath();
    assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
    assertThat(summary.getString("digest")).hasSize(64);
    assertThat(summary.getInt("models")).isEqualTo(5);
    assertThat(summary.getInt("families")).isEqualTo(3);
    assertThat(stored.header("ETag")).isEqualTo("\"" + summary.getString("digest") + "\"");
    assertThat(read.header("ETag")).isEqualTo(stored.header("ETag"));
    assertThat(panel.getString("panel")).isEqualTo(version);
    assertThat(panel.getList("teachers.teacher")).containsExactly("gpt-4", "claude");
    assertThat(panel.getString("models[3].exposures.gpt-4")).isEqualTo("taught");
    assertThat(panel.getMap("models[1]")).doesNotContainKey("firstSeen");
    given()
        .header("If-None-Match", stored.header("ETag"))
        .get("/v1/panels/{panel}", version)
        .then()
        .statusCode(304);
  }

  @Test
  void a_version_takes_the_same_content_in_any_order_and_no_other() {
    String version = unique("panel");
    Response first = putPanel(version, PanelBodies.TWO_TEACHERS);
    String before = given().get("/v1/panels/{panel}", version).asString();

    Response again = putPanel(version, PanelBodies.REORDERED);
    Response other =
        putPanel(version, PanelBodies.TWO_TEACHERS.replace("2024-06-01", "2024-06-02"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.contentType()).startsWith("application/problem+json");
    assertThat(other.jsonPath().getString("detail"))
        .contains(first.jsonPath().getString("digest"))
        .containsPattern("and the body has [0-9a-f]{64}\\.");
    assertThat(given().get("/v1/panels/{panel}", version).asString()).isEqualTo(before);
  }

  @Test
  void of_two_contents_that_race_for_a_version_one_is_stored() throws Exception {
    String version = unique("race");
    Callable<Integer> one = () -> putPanel(version, PanelBodies.TWO_TEACHERS).statusCode();
    Callable<Integer> other =
        () ->
            putPanel(version, PanelBodies.TWO_TEACHERS.replace("2024-06-01", "2024-06-02"))
                .statusCode();

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> codes = threads.invokeAll(List.of(one, other));

      assertThat(List.of(codes.getFirst().get(), codes.getLast().get()))
          .containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void cursors_reach_every_panel_once() {
    String prefix = unique("page");
    for (int i = 0; i < 3; i++) {
      putPanel(prefix + i, PanelBodies.TWO_TEACHERS);
    }

    List<String> seen = walk("/v1/panels?limit=2", "items.panel");

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(name -> name.startsWith(prefix))).hasSize(3);
  }

  @Test
  void a_broken_panel_is_refused_with_its_fields_and_not_stored() {
    String version = unique("broken");

    Response refused =
        putPanel(version, PanelBodies.TWO_TEACHERS.replace("\"claude-2\"]", "\"cluade-2\"]"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].field"))
        .isEqualTo("teachers[1].references[0]");
    given().get("/v1/panels/{panel}", version).then().statusCode(404);
  }

  @Test
  void hostile_panels_are_refused_without_a_fault_of_the_service() {
    String deep = "{\"models\":" + "[".repeat(300_000);
    String wide = "{\"models\":[" + "{},".repeat(200_000) + "{}]}";
    String large = "{\"date\":\"" + "x".repeat(1_100_000) + "\"}";

    assertThat(putPanel("deep", deep).statusCode()).isEqualTo(400);
    Response refused = putPanel("wide", wide);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getList("errors")).hasSize(100);
    assertThat(putPanel("large", large).statusCode()).isEqualTo(413);
    assertThat(putPanel("a\u001bb", PanelBodies.TWO_TEACHERS).statusCode()).isEqualTo(400);
    given().get("/v1/panels/{panel}", "a\u0000b").then().statusCode(404);
    given().get("/v1/panels?limit=0").then().statusCode(400);
  }
}
