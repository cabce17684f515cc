package dev.stillmark.verdicts.store;

import dev.stillmark.detection.evidence.EvidenceSet;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Adds sets to stored evidence, and keeps the number of its segments logarithmic.
 *
 * <p>A batch writes only what it brings; eight segments of one level are united into one of the
 * next, so each item is rewritten a handful of times in its life. Union makes the order of all this
 * irrelevant to what a reader sees.
 */
@Singleton
final class SegmentMerge {

  private static final int FAN_IN = 8;

  private final Database database;

  SegmentMerge(Database database) {
    this.database = database;
  }

  /** Appends the deltas; their evidence rows stay locked, in id order, until the commit. */
  Uni<Integer> append(Mutiny.Session session, Map<EvidenceKey, Map<Part, EvidenceSet>> deltas) {
    if (deltas.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    String keys = SqlJson.write(deltas.keySet());
    return insertMissing(session, keys)
        .chain(() -> lock(session, keys))
        .chain(rows -> append(session, rows, deltas));
  }

  private static Uni<Integer> insertMissing(Mutiny.Session session, String keys) {
    return session
        .createNativeQuery(
            "insert into evidence (suspect, detector) select r.suspect, r.detector from "
                + SqlJson.rows("suspect text, detector text")
                + " order by r.suspect collate \"C\", r.detector collate \"C\""
                + " on conflict do nothing")
        .setParameter("rows", keys)
        .executeUpdate();
  }

  private static Uni<List<EvidenceRow>> lock(Mutiny.Session session, String keys) {
    return session
        .createNativeQuery(
            "select e.id, e.suspect, e.detector, e.version from evidence e join "
                + SqlJson.rows("suspect text, detector text")
                + " on e.suspect = r.suspect and e.detector = r.detector"
                + " order by e.id for update of e",
            EvidenceRow.class)
        .setParameter("rows", keys)
        .getResultList();
  }

  private Uni<Integer> append(
      Mutiny.Session session,
      List<EvidenceRow> rows,
      Map<EvidenceKey, Map<Part, EvidenceSet>> deltas) {
    Map<EvidenceKey, EvidenceRow> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(new EvidenceKey(row.suspect, row.detector), row));
    List<SegmentRow> segments = new ArrayList<>();
    deltas.forEach((key, parts) -> {
      EvidenceRow row = byKey.get(key);
      if (row == null) {
        throw new LostRaceException("the evidence of " + key + " was deleted meanwhile");
      }
      row.version++;
      parts.forEach(
          (part, set) -> segments.add(new SegmentRow(row.id, part.code(), 0, set.encode())));
    });
    String ids = SqlJson.write(rows.stream().map(row -> row.id).toList());
    return session
        .persistAll(segments.toArray())
        .chain(session::flush)
        .chain(() -> compact(session, ids));
  }

  private Uni<Integer> compact(Mutiny.Session session, String ids) {
    return session
        .createNativeQuery(
            "select evidence_id, part, level from evidence_segment where evidence_id in"
                + " (select cast(v as bigint)"
                + " from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) v)"
                + " group by evidence_id, part, level having count(*) >= "
                + FAN_IN
                + " order by evidence_id, part, level",
            Object[].class)
        .setParameter("ids", ids)
        .getResultList()
        .chain(full -> full.isEmpty() ? Uni.createFrom().item(0) : compactAll(session, full, ids));
  }

  private Uni<Integer> compactAll(Mutiny.Session session, List<Object[]> full, String ids) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Object[] level : full) {
      done =
          done.chain(() ->
              compactLevel(
                  session,
                  ((Number) level[0]).longValue(),
                  (String) level[1],
                  ((Number) level[2]).intValue()));
    }
    return done.chain(session::flush).chain(() -> compact(session, ids));
  }

  private Uni<Void> compactLevel(Mutiny.Session session, long evidence, String part, int level) {
    return session
        .createQuery(
            "from SegmentRow where evidenceId = :evidence and part = :part and level = :level"
                + " order by id",
            SegmentRow.class)
        .setParameter("evidence", evidence)
        .setParameter("part", part)
        .setParameter("level", level)
        .getResultList()
        .chain(rows ->
            database
                .compute(() -> union(rows))
                .chain(bytes -> session.persist(new SegmentRow(evidence, part, level + 1, bytes)))
                .chain(() -> session.removeAll(rows.toArray())));
  }

  private static byte[] union(List<SegmentRow> rows) {
    return EvidenceSet.union(rows.stream().map(row -> EvidenceSet.decode(row.items)).toList())
        .encode();
  }
}
