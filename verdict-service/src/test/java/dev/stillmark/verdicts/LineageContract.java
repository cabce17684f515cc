package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for the lineage graph. */
abstract class LineageContract extends PanelCopiesContract {

  private static String panel() {
    String version = unique("lineage");
    putPanel(version, PanelBodies.TWO_TEACHERS).then().statusCode(201);
    return version;
  }

  @Test
  void the_graph_shows_who_taught_whom_and_how_that_is_known() {
    String panel = panel();

    JsonPath graph = given().get("/v1/lineage?panel={panel}", panel).jsonPath();

    assertThat(graph.getMap("counts")).isEqualTo(Map.of("nodes", 8, "edges", 7));
    assertThat(graph.getList("nodes")).hasSize(8);
    assertThat(graph.getList("edges")).hasSize(7);
    assertThat(graph.getString("nextCursor")).isNull();
    assertThat(graph.getMap("edges.find { it.claim == 'taught' }"))
        .isEqualTo(
            Map.of(
                "from", "teacher:gpt-4",
                "to", "model:student",
                "source", "documented",
                "claim", "taught",
                "strength", "documented"));
    assertThat(graph.getString("edges.find { it.claim == 'taught-in-part' }.strength"))
        .isEqualTo("widely-reported");
    assertThat(graph.getMap("edges.find { it.claim == 'reference' }"))
        .doesNotContainKey("strength");
  }

  @Test
  void what_is_unknown_is_shown_as_unknown() {
    String panel = panel();

    JsonPath graph = given().get("/v1/lineage?panel={panel}", panel).jsonPath();

    assertThat(graph.getMap("nodes.find { it.kind == 'unresolved' }"))
        .isEqualTo(Map.of("kind", "unresolved", "id", "unresolved:llama-2", "name", "llama-2"));
    assertThat(graph.getMap("nodes.find { it.name == 'gpt4-0613' }"))
        .containsEntry("firstSeen", null);
    assertThat(graph.getMap("nodes.find { it.name == 'student-dpo' }.exposures"))
        .isEqualTo(
            Map.of("taught", 0, "taughtInPart", 1, "notTaught", 0, "vendorClean", 0, "unknown", 1));
  }

  @Test
  void a_model_is_shown_with_its_neighbours() {
    String panel = panel();

    JsonPath near =
        given().get("/v1/lineage?panel={panel}&model={model}", panel, "student").jsonPath();

    assertThat(near.getList("nodes.id"))
        .containsExactly(
            "model:student", "model:student-dpo", "teacher:gpt-4", "unresolved:llama-2");
    assertThat(near.getList("edges.claim"))
        .containsExactlyInAnyOrder("taught", "derived", "derived");
    given().get("/v1/lineage?panel={panel}&model=nobody", panel).then().statusCode(404);
    given().get("/v1/lineage?panel={panel}", unique("nowhere")).then().statusCode(404);
    given().get("/v1/lineage").then().statusCode(400);
  }

  @Test
  void pages_make_up_the_graph() {
    String panel = panel();
    JsonPath whole = given().get("/v1/lineage?panel={panel}", panel).jsonPath();
    List<Object> nodes = new ArrayList<>();
    List<Object> edges = new ArrayList<>();

    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          given()
              .get("/v1/lineage?panel={panel}&limit=3&cursor={cursor}", panel, cursor)
              .jsonPath();
      nodes.addAll(page.getList("nodes"));
      edges.addAll(page.getList("edges"));
      assertThat(page.getMap("counts")).isEqualTo(whole.getMap("counts"));
      cursor = page.getString("nextCursor");
    }

    assertThat(nodes).isEqualTo(whole.getList("nodes"));
    assertThat(edges).isEqualTo(whole.getList("edges"));
  }

  @Test
  void an_etag_names_what_is_shown() {
    String panel = panel();

    Response whole = given().get("/v1/lineage?panel={panel}", panel);
    Response near = given().get("/v1/lineage?panel={panel}&model=student", panel);

    assertThat(near.header("ETag")).isNotEqualTo(whole.header("ETag"));
    given()
        .header("If-None-Match", whole.header("ETag"))
        .get("/v1/lineage?panel={panel}", panel)
        .then()
        .statusCode(304);
  }
}
