package dev.stillmark.verdicts.intake;

import static dev.stillmark.verdicts.Outside.awaitStatus;
import static dev.stillmark.verdicts.Outside.evidence;
import static dev.stillmark.verdicts.Outside.select;
import static dev.stillmark.verdicts.Outside.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.verdicts.Signals;
import dev.stillmark.verdicts.examination.Examination;
import dev.stillmark.verdicts.store.Advance;
import dev.stillmark.verdicts.store.EvidenceKey;
import dev.stillmark.verdicts.store.LostRaceException;
import dev.stillmark.verdicts.store.Merge;
import dev.stillmark.verdicts.store.Part;
import dev.stillmark.verdicts.store.Place;
import dev.stillmark.verdicts.store.SignalStore;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for batches however they reach the database. */
public abstract class IntakeContract {

  @Inject Intake intake;
  @Inject SignalStore store;
  @Inject Examination examination;

  @BeforeEach
  void awaitTables() {
    awaitStatus("/q/health/started", 200);
  }

  @Test
  void many_batches_are_compacted_and_stay_the_union_of_all() {
    String suspect = unique("compacted");
    List<EvidenceSet> all = new ArrayList<>();
    for (int batch = 0; batch < 73; batch++) {
      EvidenceSet set =
          EvidenceSet.builder(2)
              .add(batch / 2, batch / 3, batch, 1, 0)
              .add(-batch, 1, 1, 0, 0)
              .build();
      all.add(set);
      store.store(merge(suspect, unique("place"), set));
    }

    assertThat(
            select(
                "select s.level || 'x' || count(*) from evidence_segment s join evidence e"
                    + " on e.id = s.evidence_id where e.suspect = ? and s.part = 'items'"
                    + " group by s.level order by s.level",
                suspect))
        .containsExactly("0x1", "1x1", "2x1");
    assertThat(evidence(suspect)).isEqualTo(EvidenceSet.union(all).encode());
  }

  @Test
  void records_that_are_read_again_change_nothing() throws InterruptedException {
    String suspect = unique("replayed");
    String group = unique("group");
    List<SourceRecord> records = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      records.add(record(Signals.green(suspect, "r", i, 20), i * 3L));
    }
    intake.accept(group, "topic", records, Thread::sleep);
    List<byte[]> before = parts(suspect);
    List<String> version = select("select version from evidence where suspect = ?", suspect);

    intake.accept(group, "topic", records, Thread::sleep);
    intake.accept(group, "topic", records.subList(5, 9), Thread::sleep);

    assertThat(parts(suspect)).usingRecursiveComparison().isEqualTo(before);
    assertThat(select("select version from evidence where suspect = ?", suspect))
        .isEqualTo(version);
    assertThat(select("select next_offset from consumed_offset where consumer_group = ?", group))
        .containsExactly("34");
    assertThat(given().get("/v1/suspects/{s}", suspect).jsonPath().getInt("outputs.duplicate"))
        .isZero();
  }

  @Test
  void a_new_group_that_reads_everything_again_changes_no_byte() throws InterruptedException {
    String suspect = unique("regrouped");
    List<SourceRecord> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      records.add(record(Signals.green(suspect, "r", i, 20), i));
    }
    intake.accept(unique("group"), "topic", records, Thread::sleep);
    List<byte[]> before = parts(suspect);

    intake.accept(unique("group"), "topic", records, Thread::sleep);

    assertThat(parts(suspect)).usingRecursiveComparison().isEqualTo(before);
    assertThat(given().get("/v1/suspects/{s}", suspect).jsonPath().getInt("outputs.scored"))
        .isEqualTo(5);
  }

  @Test
  void of_two_replicas_with_one_offset_exactly_one_stores() throws Exception {
    for (int round = 0; round < 10; round++) {
      String suspect = unique("raced");
      EvidenceSet set = EvidenceSet.builder(2).add(1, 2, 3, 1, 0).build();
      Merge merge = merge(suspect, unique("place"), set);

      List<Boolean> stored = atOnce(() -> hasStored(merge), () -> hasStored(merge));

      assertThat(stored).as("round %d", round).containsExactlyInAnyOrder(true, false);
      assertThat(select("select version from evidence where suspect = ?", suspect))
          .containsExactly("1");
    }
  }

  @Test
  void two_replicas_with_the_same_batch_both_finish_and_store_it_once() throws Exception {
    String suspect = unique("twice");
    String group = unique("group");
    List<SourceRecord> records =
        List.of(
            record(Signals.green(suspect, "r", 0, 20), 0),
            record(Signals.green(suspect, "r", 1, 20), 1));
    Callable<Boolean> replica =
        () -> {
          intake.accept(group, "topic", records, Thread::sleep);
          return true;
        };

    atOnce(replica, replica);

    assertThat(select("select version from evidence where suspect = ?", suspect))
        .containsExactly("1");
    assertThat(given().get("/v1/suspects/{s}", suspect).jsonPath().getInt("outputs.scored"))
        .isEqualTo(2);
  }

  @Test
  void what_is_read_while_batches_arrive_is_of_one_moment() throws Exception {
    String suspect = unique("moving");
    String group = unique("group");
    intake.accept(
        group, "topic", List.of(record(Signals.green(suspect, "r", 0, 20), 0)), Thread::sleep);
    List<Examination.Result> seen = new ArrayList<>();

    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> writing = writer.submit(() -> acceptOneByOne(group, suspect, 60));
      while (!writing.isDone()) {
        seen.add(examination.examine(suspect, null));
      }
      writing.get();
    }
    seen.add(examination.examine(suspect, null));

    for (Examination.Result moment : seen) {
      Finding.Watermark finding = greenList(moment);
      assertThat(moment.collections().getFirst().counts().scored())
          .as("outputs scored by the receipts, in reading %d", seen.indexOf(moment))
          .isEqualTo(finding.outputs());
      assertThat(itemsOf(moment))
          .as("items, in reading %d", seen.indexOf(moment))
          .isEqualTo(finding.scored());
    }
    assertThat(seen.stream().map(IntakeContract::itemsOf).distinct().count())
        .as("different moments among %d readings", seen.size())
        .isGreaterThan(3);
    assertThat(greenList(seen.getLast()).outputs()).isEqualTo(60);
    assertThat(seen.getLast().examined().getFirst().parts().getFirst().sha256())
        .isEqualTo(Sha256.hex(evidence(suspect)));
  }

  private Void acceptOneByOne(String group, String suspect, int outputs)
      throws InterruptedException {
    for (int i = 1; i < outputs; i++) {
      intake.accept(
          group, "topic", List.of(record(Signals.green(suspect, "r", i, 20), i)), Thread::sleep);
    }
    return null;
  }

  private static Finding.Watermark greenList(Examination.Result moment) {
    return (Finding.Watermark) moment.examined().getFirst().finding();
  }

  private static int itemsOf(Examination.Result moment) {
    return moment.examined().getFirst().parts().getFirst().items();
  }

  private boolean hasStored(Merge merge) {
    try {
      store.store(merge);
      return true;
    } catch (LostRaceException e) {
      return false;
    }
  }

  private static List<Boolean> atOnce(Callable<Boolean> first, Callable<Boolean> second)
      throws Exception {
    try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
      List<Boolean> answers = new ArrayList<>();
      for (Future<Boolean> answer : replicas.invokeAll(List.of(first, second))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private Merge merge(String suspect, String topic, EvidenceSet set) {
    boolean known = store.standing("g", "t").detectors().containsKey(Signals.GREEN.id());
    return new Merge(
        List.of(new Advance(new Place("g", topic, "t", 0), null, 1)),
        List.of(suspect),
        known ? List.of() : List.of(Signals.GREEN),
        List.of(),
        Map.of(new EvidenceKey(suspect, Signals.GREEN.id()), Map.of(Part.ITEMS, set)),
        List.of(),
        List.of(),
        List.of());
  }

  private static List<byte[]> parts(String suspect) {
    return List.of("items", "decoys", "coverage").stream()
        .map(part -> evidence(suspect, Signals.GREEN.id(), part))
        .toList();
  }

  private static SourceRecord record(Signals.Message message, long offset) {
    return new SourceRecord("signals", 3, offset, message.type(), message.payload());
  }
}
