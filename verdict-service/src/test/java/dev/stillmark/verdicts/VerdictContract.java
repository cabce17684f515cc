package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.await;
import static dev.stillmark.verdicts.Outside.awaitScored;
import static dev.stillmark.verdicts.Outside.delete;
import static dev.stillmark.verdicts.Outside.evidence;
import static dev.stillmark.verdicts.Outside.send;
import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verdict service promises, whatever Kafka and PostgreSQL it runs on. */
abstract class VerdictContract extends LineageContract {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void a_redelivered_shuffled_and_duplicated_stream_ends_in_the_same_bytes(int seed) {
    String straight = unique("straight");
    List<Signals.Message> original = outputs(straight, 40);
    send(original);
    awaitScored(straight, 40);
    byte[] expected = evidence(straight);

    delete(straight);
    List<Signals.Message> shuffled = new ArrayList<>(original);
    shuffled.addAll(original);
    shuffled.addAll(original.subList(0, 20));
    Collections.shuffle(shuffled, new Random(seed));
    send(shuffled);
    awaitScored(straight, 40);
    send(original);
    send(List.of(Signals.accepted(straight, "last", List.of("never sent"))));
    await("/v1/suspects/" + straight, "outputs.accepted", 41);

    assertThat(evidence(straight)).as("seed %d", seed).isEqualTo(expected);
  }

  @Test
  void reconciles_accepted_scored_duplicate_and_pending() {
    String suspect = unique("reconciled");
    List<String> ids = List.of(Signals.outputId(suspect, 0), Signals.outputId(suspect, 1));

    send(
        List.of(
            Signals.green(suspect, "r1", 0, 5),
            Signals.green(suspect, "r1", 1, 5),
            Signals.accepted(suspect, "r1", ids),
            Signals.green(suspect, "r2", 1, 5),
            Signals.accepted(suspect, "r2", List.of(ids.get(1))),
            Signals.accepted(suspect, "r3", List.of("x"))));
    Response counts = await("/v1/suspects/" + suspect, "outputs.accepted", 4);

    assertThat(counts.jsonPath().getMap("outputs"))
        .isEqualTo(
            Map.of("accepted", 4, "scored", 2, "duplicate", 1, "quarantined", 0, "pending", 1));
    assertThat(counts.jsonPath().getBoolean("collections[0].reconciled")).isFalse();
  }

  @Test
  void puts_poison_into_quarantine_and_goes_on() {
    String suspect = unique("poison");
    byte[] poison = ("{\"no\": \"event " + suspect).getBytes(StandardCharsets.UTF_8);

    send(
        List.of(
            new Signals.Message("SignalsExtracted", poison),
            new Signals.Message("Nonsense", poison),
            Signals.green(suspect, "r", 0, 5)));
    awaitScored(suspect, 1);
    List<String> rules = given().get("/v1/quarantine?limit=1000").jsonPath().getList("items.rule");

    assertThat(rules).contains("invalid-json", "unknown-type");
  }

  @Test
  void ranks_a_suspect_against_the_panel_and_issues_an_unchanging_report() {
    String suspect = unique("<script>alert(1)</script>");
    String caseName = unique("case");
    List<Signals.Message> messages = new ArrayList<>();
    messages.add(Signals.phrases(suspect, "r", 0, 9));
    messages.addAll(outputs(suspect, 30).subList(0, 30));
    StringBuilder references = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      String reference = unique("reference" + i);
      messages.addFirst(Signals.phrases(reference, "r", 0, i));
      references.append(i == 0 ? "" : ",");
      references.append("{\"name\":\"%s\",\"family\":\"f%d\"}".formatted(reference, i));
    }
    send(messages);
    awaitScored(suspect, 30);
    given()
        .contentType("application/json")
        .body("{\"suspects\":[\"%s\"],\"references\":[%s]}".formatted(suspect, references))
        .put("/v1/cases/{case}", caseName)
        .then()
        .statusCode(201);

    Response verdicts =
        given().get("/v1/suspects/{suspect}/verdicts?case={case}", suspect, caseName);
    assertThat(verdicts.statusCode()).as(verdicts.asString()).isEqualTo(200);
    assertThat(
            verdicts.jsonPath().getMap("items[0].findings.find { it.kind == 'phrases' }.panelRank"))
        .containsEntry("families", 3)
        .containsEntry("atLeastAsExtreme", 0);

    String order = "{\"case\":\"%s\",\"suspect\":\"%s\"}".formatted(caseName, suspect);
    String key = UUID.randomUUID().toString();
    Response first = issue(order, key);
    send(List.of(Signals.green(suspect, "later", 99, 5)));
    awaitScored(suspect, 31);
    Response second = issue(order, key);

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    given()
        .header("If-None-Match", first.header("ETag"))
        .get(first.header("Location"))
        .then()
        .statusCode(304);
    Response page = given().accept("text/html").get(first.header("Location"));
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    assertThat(page.asString()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    delete(suspect);
    given().get(first.header("Location")).then().statusCode(404);
    given().get("/v1/suspects/{suspect}/evidence", suspect).then().statusCode(404);
  }

  @Test
  void refuses_a_report_without_idempotency_key() {
    given()
        .contentType("application/json")
        .body("{\"case\":\"a\",\"suspect\":\"b\"}")
        .post("/v1/reports")
        .then()
        .statusCode(400);
  }

  @Test
  void names_an_unknown_field_of_a_case() {
    Response refused =
        given()
            .contentType("application/json")
            .body("{\"suspects\":[\"s\"],\"polcy\":{}}")
            .put("/v1/cases/typo");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("polcy");
  }

  @Test
  void refuses_a_suspect_as_its_own_reference() {
    given()
        .contentType("application/json")
        .body("{\"suspects\":[\"s\"],\"references\":[{\"name\":\"s\",\"family\":\"f\"}]}")
        .put("/v1/cases/own")
        .then()
        .statusCode(400);
  }

  @Test
  void cursors_reach_every_suspect_once() {
    String prefix = unique("page");
    List<Signals.Message> messages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      messages.add(Signals.green(prefix + i, "r", i, 2));
    }
    send(messages);
    awaitScored(prefix + 4, 1);

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page =
          cursor == null
              ? given().get("/v1/suspects?limit=2")
              : given().get("/v1/suspects?limit=2&cursor={c}", cursor);
      seen.addAll(page.jsonPath().getList("items.suspect", String.class));
      cursor = page.jsonPath().getString("nextCursor");
    } while (cursor != null);

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(s -> s.startsWith(prefix))).hasSize(5);
  }

  @Test
  void is_ready_and_describes_itself() {
    given().get("/q/health/ready").then().statusCode(200);
    assertThat(given().get("/q/openapi").asString())
        .contains(
            "/v1/suspects/{suspect}/verdicts",
            "log10EBh",
            "\"#/components/schemas/CanariesView\"",
            "/v1/panels/{panel}/outputs",
            "/v1/panels/{panel}/copies",
            "\"#/components/schemas/LineageModel\"");
  }

  private static Response issue(String order, String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(order)
        .post("/v1/reports");
  }

  private static List<Signals.Message> outputs(String suspect, int count) {
    List<Signals.Message> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(Signals.green(suspect, "r", i, 50));
    }
    return messages;
  }
}
