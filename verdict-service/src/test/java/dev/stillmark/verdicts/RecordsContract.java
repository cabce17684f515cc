package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.await;
import static dev.stillmark.verdicts.Outside.awaitScored;
import static dev.stillmark.verdicts.Outside.delete;
import static dev.stillmark.verdicts.Outside.select;
import static dev.stillmark.verdicts.Outside.send;
import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.events.TeachersDeclared;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of every kind of record, and of everything once a suspect is deleted. */
abstract class RecordsContract extends FindingsContract {

  private static final String PAYLOAD =
      Base64.getEncoder().encodeToString("not an output".getBytes(StandardCharsets.UTF_8));

  @Test
  void an_output_is_scored_only_when_all_its_parts_are_there() {
    String suspect = unique("parts");
    String id = Signals.outputId(suspect, 0);
    send(
        List.of(
            part(suspect, id, 0),
            part(suspect, id, 2),
            Signals.accepted(suspect, "r", List.of(id))));

    Response before = await("/v1/suspects/" + suspect, "outputs.accepted", 1);
    assertThat(before.jsonPath().getInt("outputs.scored")).isZero();
    assertThat(before.jsonPath().getInt("outputs.pending")).isEqualTo(1);

    send(List.of(part(suspect, id, 1)));
    awaitScored(suspect, 1);
    JsonPath after = given().get("/v1/suspects/{suspect}", suspect).jsonPath();
    assertThat(after.getInt("outputs.pending")).isZero();
    assertThat(after.getBoolean("collections[0].reconciled")).isTrue();
  }

  @Test
  void is_not_reconciled_when_the_digest_names_other_outputs() {
    String suspect = unique("digest");
    send(
        List.of(
            Signals.green(suspect, "r", 0, 5),
            Signals.accepted(suspect, "r", List.of(Signals.outputId(suspect, 1)))));
    awaitScored(suspect, 1);

    JsonPath counts = await("/v1/suspects/" + suspect, "outputs.accepted", 1).jsonPath();

    assertThat(counts.getInt("outputs.pending")).isZero();
    assertThat(counts.getBoolean("collections[0].reconciled")).isFalse();
  }

  @Test
  void a_passed_on_record_is_counted_and_can_be_read_back() {
    String suspect = unique("passed-on");
    String id = Signals.outputId(suspect, 0);
    send(
        List.of(
            quarantined(suspect, id, 7),
            Signals.green(suspect, "r", 1, 5),
            Signals.accepted(suspect, "r", List.of(id, Signals.outputId(suspect, 1)))));
    awaitScored(suspect, 1);

    JsonPath counts = await("/v1/suspects/" + suspect, "outputs.quarantined", 1).jsonPath();
    String row = select("select id from quarantine where suspect = ?", suspect).getFirst();
    JsonPath record = given().get("/v1/quarantine/{id}", row).jsonPath();

    assertThat(counts.getBoolean("collections[0].reconciled")).isTrue();
    assertThat(record.getString("topic")).isEqualTo("suspect-outputs");
    assertThat(record.getLong("offset")).isEqualTo(7);
    assertThat(record.getString("payload")).isEqualTo(PAYLOAD);
    given().get("/v1/quarantine/{id}", UUID.randomUUID()).then().statusCode(404);
    given().get("/v1/quarantine/none").then().statusCode(404);
  }

  @Test
  void cursors_reach_every_quarantined_record_once() {
    String suspect = unique("pages");
    List<Signals.Message> messages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      messages.add(quarantined(suspect, Signals.outputId(suspect, i), i));
    }
    messages.add(Signals.green(suspect, "r", 9, 5));
    send(messages);
    awaitScored(suspect, 1);

    List<String> seen = walk("/v1/quarantine?limit=2", "items.id");

    assertThat(seen)
        .doesNotHaveDuplicates()
        .containsAll(select("select cast(id as text) from quarantine where suspect = ?", suspect));
  }

  @Test
  void declared_teachers_are_listed_and_may_change_only_their_description() {
    String id = unique("declared");
    send(List.of(declared(id, "2024-01-31", 40)));
    send(List.of(declared(id, "2024-02-29", 40), declared(id, "2024-02-29", 41)));
    String suspect = unique("after");
    send(List.of(Signals.green(suspect, "r", 0, 5)));
    awaitScored(suspect, 1);

    JsonPath teachers = given().get("/v1/teachers").jsonPath();
    String teacher = "items.find { it.teacher == '%s' }".formatted(id);

    assertThat(teachers.getString(teacher + ".released")).isEqualTo("2024-02-29");
    assertThat(teachers.getInt(teacher + ".detectors[0].phrases.phrases")).isEqualTo(40);
    assertThat(given().get("/v1/quarantine?limit=1000").jsonPath().getList("items.rule"))
        .contains("detector-redefined");
  }

  @Test
  void deleting_a_suspect_leaves_no_row_of_it() {
    String suspect = unique("deleted");
    String caseName = unique("case");
    send(
        List.of(
            quarantined(suspect, Signals.outputId(suspect, 0), 1),
            Signals.green(suspect, "r", 1, 5),
            Signals.accepted(suspect, "r", List.of("x"))));
    awaitScored(suspect, 1);
    putCase(caseName, "{\"suspects\":[\"%s\",\"stays\"]}".formatted(suspect));
    putCase(
        unique("other"),
        "{\"suspects\":[\"stays\"],\"references\":[{\"name\":\"%s\",\"family\":\"f\"}]}"
            .formatted(suspect));
    for (int i = 0; i < 3; i++) {
      given()
          .contentType("application/json")
          .header("Idempotency-Key", unique("key"))
          .body("{\"case\":\"%s\",\"suspect\":\"%s\"}".formatted(caseName, suspect))
          .post("/v1/reports")
          .then()
          .statusCode(201);
    }
    assertThat(walk("/v1/reports?limit=2", "items.suspect")).contains(suspect);
    assertThat(rowsOf(suspect)).doesNotContain("0");

    delete(suspect);

    assertThat(rowsOf(suspect)).containsOnly("0");
    assertThat(walk("/v1/reports?limit=2", "items.suspect")).doesNotContain(suspect);
    given().delete("/v1/suspects/{suspect}", suspect).then().statusCode(404);
  }

  private static List<String> rowsOf(String suspect) {
    return select(
        "select count(*) from suspect where name = ?"
            + " union all select count(*) from evidence where suspect = ?"
            + " union all select count(*) from output_receipt where suspect = ?"
            + " union all select count(*) from acceptance where suspect = ?"
            + " union all select count(*) from quarantine where suspect = ?"
            + " union all select count(*) from report where suspect = ?"
            + " union all select count(*) from case_suspect where suspect = ?"
            + " union all select count(*) from case_reference where name = ?",
        suspect);
  }

  private static void putCase(String name, String body) {
    given()
        .contentType("application/json")
        .body(body)
        .put("/v1/cases/{case}", name)
        .then()
        .statusCode(201);
  }

  static List<String> walk(String first, String field) {
    List<String> seen = new ArrayList<>();
    JsonPath page = given().get(first).jsonPath();
    seen.addAll(page.getList(field, String.class));
    while (page.getString("nextCursor") != null) {
      page = given().queryParam("cursor", page.getString("nextCursor")).get(first).jsonPath();
      seen.addAll(page.getList(field, String.class));
    }
    return seen;
  }

  private static Signals.Message part(String suspect, String id, int part) {
    OutputId output = new OutputId(id);
    EvidenceSet items = EvidenceSet.builder(2).add(part, part, output.order(), 1, 0).build();
    EvidenceSet coverage = new Coverage(3, 0, 0, false).asItem(output);
    return Signals.signal(
        suspect, "r", id, part, 3, Signals.GREEN, items, EvidenceSet.empty(1), coverage);
  }

  private static Signals.Message declared(String id, String released, int phrases) {
    return Signals.message(
        new TeachersDeclared(
            1,
            List.of(
                new DeclaredDetector(
                    id,
                    id,
                    "vendor",
                    released,
                    null,
                    new DeclaredDetector.Phrases("cd".repeat(32), phrases),
                    null))));
  }

  private static Signals.Message quarantined(String suspect, String id, int offset) {
    return Signals.message(
        new RecordQuarantined(
            1,
            "suspect-outputs",
            0,
            offset,
            "invalid-json",
            "is no output",
            suspect,
            "c",
            id,
            "r",
            PAYLOAD,
            13,
            id));
  }
}
