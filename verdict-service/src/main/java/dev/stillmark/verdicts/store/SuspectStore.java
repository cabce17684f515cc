package dev.stillmark.verdicts.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads what became of a suspect's outputs, and deletes a suspect with all that belongs to it. */
@Singleton
public final class SuspectStore {

  private static final String RECONCILE =
      """
      with receipts as (
        select collection, request_id, output_id,
               count(*) filter (where status = 'scored') as parts_seen,
               max(parts) filter (where status = 'scored') as parts,
               bool_or(status = 'quarantined') as refused
        from output_receipt where suspect = :suspect
        group by collection, request_id, output_id),
      outputs as (
        select collection, output_id, bool_or(coalesce(parts_seen = parts, false)) as scored,
               bool_or(refused) as refused
        from receipts group by collection, output_id),
      requests as (
        select collection, request_id, count(*) as seen,
               encode(sha256(convert_to(string_agg(output_id, chr(10) order by output_id), 'UTF8')),
                      'hex') as digest
        from receipts group by collection, request_id),
      arrivals as (
        select coalesce(r.collection, a.collection) as collection,
               sum(greatest(coalesce(r.seen, 0), coalesce(a.accepted, 0))) as accepted,
               sum(coalesce(r.seen, 0)) as seen,
               bool_and(coalesce(r.seen = a.accepted and r.digest = a.digest, false)) as agree
        from requests r full join
             (select * from acceptance where suspect = :suspect and accepted > 0) a
          on a.collection = r.collection and a.request_id = r.request_id
        group by 1),
      kinds as (
        select collection, count(*) as outputs, count(*) filter (where scored) as scored,
               count(*) filter (where refused and not scored) as refused
        from outputs group by collection)
      select a.collection, cast(a.accepted as bigint), cast(a.seen as bigint),
             coalesce(k.outputs, 0), coalesce(k.scored, 0), coalesce(k.refused, 0), a.agree
      from arrivals a left join kinds k on k.collection = a.collection
      order by a.collection
      """;

  private final Database database;

  SuspectStore(Database database) {
    this.database = database;
  }

  /** Names after {@code after}, in order. */
  public List<String> list(String after, int limit) {
    return database.transact(session ->
        session
            .createNativeQuery(
                "select name from suspect where name > :after order by name limit :limit",
                String.class)
            .setParameter("after", after)
            .setParameter("limit", limit)
            .getResultList());
  }

  public boolean exists(String suspect) {
    return !database
        .transact(session ->
            session
                .createNativeQuery("select name from suspect where name = :name", String.class)
                .setParameter("name", suspect)
                .getResultList())
        .isEmpty();
  }

  /** The reconciliation of every collection, by name. */
  public List<CollectionCounts> reconcile(String suspect) {
    return database.transact(session -> reconcile(session, suspect));
  }

  static Uni<List<CollectionCounts>> reconcile(Mutiny.Session session, String suspect) {
    return session
        .createNativeQuery(RECONCILE, Object[].class)
        .setParameter("suspect", suspect)
        .getResultList()
        .map(rows -> rows.stream().map(SuspectStore::counts).toList());
  }

  private static CollectionCounts counts(Object[] row) {
    long accepted = ((Number) row[1]).longValue();
    long seen = ((Number) row[2]).longValue();
    long outputs = ((Number) row[3]).longValue();
    long scored = ((Number) row[4]).longValue();
    long refused = ((Number) row[5]).longValue();
    long pending = accepted - seen + outputs - scored - refused;
    return new CollectionCounts(
        (String) row[0],
        new Counts(accepted, scored, seen - outputs, refused, pending),
        pending == 0 && (Boolean) row[6]);
  }

  /** Deletes the suspect with all that belongs to it; false if there was nothing. */
  public boolean delete(String suspect) {
    return database.transact(session ->
        execute(session, "delete from quarantine where suspect = :suspect", suspect)
            .chain(n -> add(session, n, "delete from report where suspect = :suspect", suspect))
            .chain(
                n -> add(session, n, "delete from case_suspect where suspect = :suspect", suspect))
            .chain(
                n -> add(session, n, "delete from case_reference where name = :suspect", suspect))
            .chain(n -> add(session, n, "delete from suspect where name = :suspect", suspect))
            .map(deleted -> deleted > 0));
  }

  private static Uni<Integer> add(Mutiny.Session session, int before, String sql, String suspect) {
    return execute(session, sql, suspect).map(deleted -> before + deleted);
  }

  private static Uni<Integer> execute(Mutiny.Session session, String sql, String suspect) {
    return session.createNativeQuery(sql).setParameter("suspect", suspect).executeUpdate();
  }
}
