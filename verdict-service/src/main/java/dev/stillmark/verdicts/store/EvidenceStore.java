package dev.stillmark.verdicts.store;

import dev.stillmark.events.DeclaredDetector;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads stored evidence and the detectors that it came from. */
@Singleton
public final class EvidenceStore {

  private final Database database;

  EvidenceStore(Database database) {
    this.database = database;
  }

  /** What {@code choice} asks for of the suspect and its references, and what became of outputs. */
  public Holdings read(String suspect, Collection<String> references, EvidenceChoice choice) {
    Set<String> names = new HashSet<>(references);
    names.add(suspect);
    return database.snapshot(session ->
        detectors(session)
            .chain(detectors -> rows(session, names).map(rows -> choice.choose(detectors, rows)))
            .chain(chosen -> segments(session, chosen))
            .chain(segments ->
                SuspectStore.reconcile(session, suspect)
                    .map(collections -> new Holdings(byEvidence(segments), collections))));
  }

  private static Map<Long, List<SegmentRow>> byEvidence(List<SegmentRow> segments) {
    return segments.stream().collect(Collectors.groupingBy(segment -> segment.evidenceId));
  }

  /** What there is on {@code suspect}, by detector. */
  public List<EvidenceRow> of(String suspect) {
    return database.transact(session -> rows(session, Set.of(suspect)));
  }

  private static Uni<List<EvidenceRow>> rows(Mutiny.Session session, Set<String> suspects) {
    return session
        .createQuery(
            "from EvidenceRow where suspect in (:suspects) order by suspect, detector",
            EvidenceRow.class)
        .setParameter("suspects", suspects)
        .getResultList();
  }

  /** All segments of one evidence; every part is the union of its own. */
  public List<SegmentRow> segments(EvidenceRow evidence) {
    return database.transact(session -> segments(session, Set.of(evidence.id)));
  }

  private static Uni<List<SegmentRow>> segments(Mutiny.Session session, Set<Long> evidence) {
    return evidence.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createQuery(
                "from SegmentRow where evidenceId in (:evidence) order by id", SegmentRow.class)
            .setParameter("evidence", evidence)
            .getResultList();
  }

  /** Every declared detector, by id. */
  public List<DeclaredDetector> detectors() {
    return database.transact(EvidenceStore::detectors);
  }

  private static Uni<List<DeclaredDetector>> detectors(Mutiny.Session session) {
    return session
        .createQuery("from DetectorRow order by id", DetectorRow.class)
        .getResultList()
        .map(rows ->
            rows.stream().map(row -> SqlJson.read(row.declared, DeclaredDetector.class)).toList());
  }
}
