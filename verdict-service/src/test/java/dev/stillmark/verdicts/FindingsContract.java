package dev.stillmark.verdicts;

import static dev.stillmark.verdicts.Outside.awaitScored;
import static dev.stillmark.verdicts.Outside.send;
import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.DecoyScore;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.verdicts.intake.IntakeContract;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which findings and verdicts come out of which signals. */
abstract class FindingsContract extends IntakeContract {

  private static final DeclaredDetector CANARIES =
      new DeclaredDetector(
          "canary-teacher/canaries/1",
          "canary-teacher",
          "vendor",
          null,
          null,
          null,
          new DeclaredDetector.Canaries("ee".repeat(32), 4, 1_000_000, 1));

  private static DeclaredDetector green(String id, int vocabulary, int green, int decoys) {
    return green(id, vocabulary, green, decoys, false);
  }

  private static DeclaredDetector green(
      String id, int vocabulary, int green, int decoys, boolean published) {
    return new DeclaredDetector(
        id,
        id + "-teacher",
        "vendor",
        null,
        new DeclaredDetector.Watermark(
            "kgw/transformers/selfhash",
            "green-list %d/%d".formatted(green, vocabulary),
            4,
            "r50k_base",
            "k2",
            "ab".repeat(32),
            published,
            decoys,
            1.0,
            false),
        null,
        null);
  }

  @Test
  void canaries_that_come_back_support() {
    String suspect = unique("canaries");
    for (int ask = 0; ask < 4; ask++) {
      String id = Signals.outputId(suspect, ask);
      OutputId output = new OutputId(id);
      EvidenceSet items =
          EvidenceSet.builder(1).add(1000 + ask, ask, output.order(), ask < 3 ? 1 : 0).build();
      send(List.of(signal(suspect, id, CANARIES, items, EvidenceSet.empty(1))));
    }
    awaitScored(suspect, 4);

    JsonPath verdicts = verdicts(suspect);

    assertThat(verdicts.getString("items[0].verdict")).isEqualTo("support");
    assertThat(verdicts.getString("items[0].findings[0].kind")).isEqualTo("canaries");
    assertThat(verdicts.getInt("items[0].findings[0].hits")).isEqualTo(3);
    assertThat(verdicts.getInt("items[0].findings[0].asks")).isEqualTo(4);
    assertThat(verdicts.getDouble("items[0].findings[0].log10E")).isBetween(12.0, 18.0);
  }

  @Test
  void ranks_the_key_among_packed_decoys() {
    String suspect = unique("packed");
    send(List.of(Signals.green(suspect, "r", 0, 400)));
    awaitScored(suspect, 1);

    JsonPath verdicts = verdicts(suspect);

    assertThat(verdicts.getString("items[0].verdict")).isEqualTo("support");
    assertThat(verdicts.getInt("items[0].findings[0].decoyRank.rank")).isEqualTo(1);
    assertThat(verdicts.getInt("items[0].findings[0].decoyRank.decoys")).isEqualTo(127);
  }

  @Test
  void ranks_the_key_among_decoys_that_are_kept_apart() {
    String suspect = unique("apart");
    String id = Signals.outputId(suspect, 0);
    int order = new OutputId(id).order();
    SplittableRandom random = new SplittableRandom(5);
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    EvidenceSet.Builder decoys = EvidenceSet.builder(1);
    for (int i = 0; i < 200; i++) {
      items.add(random.nextLong(), random.nextLong(), order, i < 150 ? 1 : 0, 0);
      for (int key = 0; key <= 3; key++) {
        boolean green = i < (key == 0 ? 150 : key == 1 ? 160 : 50);
        long score = new DecoyScore(key, green ? 1 : 0).asWord();
        decoys.add(random.nextLong(), random.nextLong(), order, score);
      }
    }
    DeclaredDetector detector = green("apart", 50257, 12564, 3);
    send(List.of(signal(suspect, id, detector, items.build(), decoys.build())));
    awaitScored(suspect, 1);

    JsonPath verdicts = verdicts(suspect);

    assertThat(verdicts.getInt("items[0].findings[0].statistic")).isEqualTo(150);
    assertThat(verdicts.getInt("items[0].findings[0].decoyRank.rank")).isEqualTo(2);
    assertThat(verdicts.getString("items[0].reason")).isEqualTo("controls-failed");
  }

  @Test
  void impossible_evidence_fails_its_control_and_nothing_else() {
    String suspect = unique("impossible");
    String id = Signals.outputId(suspect, 1);
    int order = new OutputId(id).order();
    EvidenceSet twoGreenOfOne =
        EvidenceSet.builder(1).add(7, 1, order, 1).add(7, 2, order, 1).build();
    DeclaredDetector detector = green("impossible", 10, 1, 0);
    send(
        List.of(
            Signals.green(suspect, "r", 0, 400),
            signal(suspect, id, detector, twoGreenOfOne, EvidenceSet.empty(1))));
    awaitScored(suspect, 2);

    JsonPath verdicts = verdicts(suspect);

    assertThat(verdicts.getString("items[0].teacher")).isEqualTo("impossible-teacher");
    assertThat(verdicts.getString("items[0].reason")).isEqualTo("controls-failed");
    assertThat(verdicts.getString("items[0].failedControls[0].detector")).isEqualTo("impossible");
    assertThat(verdicts.getString("items[1].verdict")).isEqualTo("support");
    given().get("/v1/suspects/{suspect}/evidence", suspect).then().statusCode(200);
  }

  @Test
  void findings_carry_figures_adjusted_for_every_test_of_every_teacher() {
    String suspect = unique("adjusted");
    send(
        List.of(
            Signals.green(suspect, "r", 0, 400),
            allGreen(suspect, 1, green("public", 50257, 12564, 0, true)),
            allGreen(suspect, 2, green("not-possible", 10, 1, 0))));
    awaitScored(suspect, 3);

    JsonPath verdicts = verdicts(suspect);
    String secret = "items.find { it.teacher == 'teacher' }.findings[0].";
    String published = "items.find { it.teacher == 'public-teacher' }.findings[0].";

    assertThat(verdicts.getList("items.testsTried")).containsOnly(3);
    assertThat(verdicts.getDouble(secret + "log10PHolm"))
        .isCloseTo(verdicts.getDouble(secret + "log10PBound") + Math.log10(3), within(1e-4));
    assertThat(verdicts.getDouble(secret + "log10EBh"))
        .isCloseTo(verdicts.getDouble(secret + "log10E") - Math.log10(3), within(1e-4));
    assertThat(verdicts.getDouble(published + "log10E")).isGreaterThan(6);
    assertThat(verdicts.getMap(published.substring(0, published.length() - 1)))
        .containsEntry("log10PHolm", null)
        .containsEntry("log10EBh", null);
  }

  @Test
  void a_report_about_one_teacher_counts_the_tests_of_the_others() {
    String suspect = unique("one-of-two");
    String caseName = unique("case");
    send(
        List.of(
            Signals.green(suspect, "r", 0, 400),
            allGreen(suspect, 1, green("beside", 50257, 12564, 0))));
    awaitScored(suspect, 2);
    given()
        .contentType("application/json")
        .body("{\"suspects\":[\"%s\"],\"teachers\":[\"teacher\"]}".formatted(suspect))
        .put("/v1/cases/{case}", caseName)
        .then()
        .statusCode(201);

    Response report =
        given()
            .contentType("application/json")
            .header("Idempotency-Key", unique("key"))
            .body("{\"case\":\"%s\",\"suspect\":\"%s\"}".formatted(caseName, suspect))
            .post("/v1/reports");
    String page = given().accept("text/html").get(report.header("Location")).asString();

    JsonPath json = report.jsonPath();
    assertThat(json.getList("verdicts.testsTried")).containsExactly(2);
    assertThat(json.getDouble("verdicts[0].findings[0].log10EBh"))
        .as("2 e / 2: the other key's e is larger")
        .isCloseTo(json.getDouble("verdicts[0].findings[0].log10E"), within(1e-4));
    assertThat(page)
        .containsPattern("Over 2 tests</th><td>log10 p = \u2212[0-9.]+, log10 E = [0-9.]+<");
  }

  /** An output of which the key finds everything green that it looks at. */
  private static Signals.Message allGreen(String suspect, int n, DeclaredDetector detector) {
    String id = Signals.outputId(suspect, n);
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    for (int i = 0; i < 600; i++) {
      items.add(i / 2, i, new OutputId(id).order(), 1);
    }
    return signal(suspect, id, detector, items.build(), EvidenceSet.empty(1));
  }

  private static Signals.Message signal(
      String suspect, String id, DeclaredDetector detector, EvidenceSet items, EvidenceSet decoys) {
    EvidenceSet coverage = new Coverage(items.size(), 0, 0, false).asItem(new OutputId(id));
    return Signals.signal(suspect, "r", id, 0, 1, detector, items, decoys, coverage);
  }

  private static JsonPath verdicts(String suspect) {
    return given()
        .get("/v1/suspects/{suspect}/verdicts", suspect)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
