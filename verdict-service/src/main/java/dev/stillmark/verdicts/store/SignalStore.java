package dev.stillmark.verdicts.store;

import dev.stillmark.events.DeclaredDetector;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes a batch of signals: offsets, detectors, evidence, receipts and quarantine in one
 * transaction.
 *
 * <p>The offsets come first and are compared and set, so a batch that somebody else has stored ends
 * here. Rows are touched in one order by everyone: offsets, suspects, detectors, evidence,
 * receipts.
 */
@Singleton
public final class SignalStore {

  private final Database database;
  private final SegmentMerge segments;

  SignalStore(Database database, SegmentMerge segments) {
    this.database = database;
    this.segments = segments;
  }

  /** What is known before a batch is merged. */
  public Standing standing(String group, String topicId) {
    return database.transact(session ->
        session
            .createNativeQuery(
                "select topic, partition, next_offset from consumed_offset"
                    + " where consumer_group = :group and topic_id = :topicId",
                Object[].class)
            .setParameter("group", group)
            .setParameter("topicId", topicId)
            .getResultList()
            .chain(offsets ->
                session
                    .createQuery("from DetectorRow", DetectorRow.class)
                    .getResultList()
                    .map(detectors ->
                        new Standing(places(group, topicId, offsets), declared(detectors)))));
  }

  private static Map<Place, Long> places(String group, String topicId, List<Object[]> rows) {
    Map<Place, Long> next = new HashMap<>();
    for (Object[] row : rows) {
      int partition = ((Number) row[1]).intValue();
      next.put(
          new Place(group, (String) row[0], topicId, partition), ((Number) row[2]).longValue());
    }
    return next;
  }

  private static Map<String, DeclaredDetector> declared(List<DetectorRow> rows) {
    Map<String, DeclaredDetector> detectors = new HashMap<>();
    for (DetectorRow row : rows) {
      detectors.put(row.id, SqlJson.read(row.declared, DeclaredDetector.class));
    }
    return detectors;
  }

  /**
   * Stores {@code merge}.
   *
   * @throws LostRaceException when an offset or a detector is no longer what it was
   */
  public void store(Merge merge) {
    database.<Boolean>transact(session ->
        advance(session, merge.advances())
            .chain(() -> insertSuspects(session, merge.suspects()))
            .chain(() -> insertDetectors(session, merge.newDetectors()))
            .chain(() -> redescribe(session, merge.redescribed()))
            .chain(() -> segments.append(session, merge.deltas()))
            .chain(() -> OutcomeRows.insertReceipts(session, merge.receipts()))
            .chain(() -> OutcomeRows.insertAcceptances(session, merge.acceptances()))
            .chain(() -> OutcomeRows.insertQuarantined(session, merge.quarantined()))
            .replaceWith(true));
  }

  private static Uni<Integer> advance(Mutiny.Session session, List<Advance> advances) {
    Uni<Integer> done = Uni.createFrom().item(0);
    for (Advance advance : sorted(advances)) {
      done = done.chain(() -> advance(session, advance));
    }
    return done;
  }

  private static List<Advance> sorted(List<Advance> advances) {
    return advances.stream()
        .sorted(
            Comparator.comparing((Advance a) -> a.place().topic())
                .thenComparing(a -> a.place().partition()))
        .toList();
  }

  private static Uni<Integer> advance(Mutiny.Session session, Advance advance) {
    Place place = advance.place();
    Long expected = advance.expected();
    Mutiny.MutationQuery query =
        expected == null
            ? session.createNativeQuery(
                "insert into consumed_offset"
                    + " (consumer_group, topic, topic_id, partition, next_offset)"
                    + " values (:group, :topic, :topicId, :partition, :next) on conflict do nothing")
            : session
                .createNativeQuery(
                    "update consumed_offset set next_offset = :next where consumer_group = :group"
                        + " and topic = :topic and topic_id = :topicId and partition = :partition"
                        + " and next_offset = :expected")
                .setParameter("expected", expected);
    return query
        .setParameter("group", place.group())
        .setParameter("topic", place.topic())
        .setParameter("topicId", place.topicId())
        .setParameter("partition", place.partition())
        .setParameter("next", advance.next())
        .executeUpdate()
        .invoke(moved -> requireAll(1, moved, "the offset of " + place));
  }

  private static void requireAll(int expected, int changed, String what) {
    if (changed != expected) {
      throw new LostRaceException(what + " was moved by somebody else");
    }
  }

  private static Uni<Integer> insertSuspects(Mutiny.Session session, Collection<String> names) {
    if (names.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return session
        .createNativeQuery(
            "insert into suspect (name)"
                + " select v from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) v"
                + " order by v collate \"C\" on conflict do nothing")
        .setParameter("rows", SqlJson.write(names))
        .executeUpdate();
  }

  private static Uni<Integer> insertDetectors(
      Mutiny.Session session, Collection<DeclaredDetector> detectors) {
    if (detectors.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return session
        .createNativeQuery(
            "insert into detector (id, teacher, declared) select r.id, r.teacher, r.declared from "
                + SqlJson.rows("id text, teacher text, declared text")
                + " order by r.id collate \"C\" on conflict do nothing")
        .setParameter("rows", detectorRows(detectors))
        .executeUpdate()
        .invoke(inserted -> requireAll(detectors.size(), inserted, "a detector"));
  }

  private static Uni<Integer> redescribe(
      Mutiny.Session session, Collection<DeclaredDetector> detectors) {
    if (detectors.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    return session
        .createNativeQuery(
            "update detector d set declared = r.declared from "
                + SqlJson.rows("id text, teacher text, declared text")
                + " where d.id = r.id")
        .setParameter("rows", detectorRows(detectors))
        .executeUpdate();
  }

  private static String detectorRows(Collection<DeclaredDetector> detectors) {
    return SqlJson.write(
        detectors.stream()
            .map(d -> Map.of("id", d.id(), "teacher", d.teacher(), "declared", SqlJson.write(d)))
            .toList());
  }
}
