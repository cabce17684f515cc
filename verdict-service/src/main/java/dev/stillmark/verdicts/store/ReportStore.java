package dev.stillmark.verdicts.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps issued reports, which never change. */
@Singleton
public final class ReportStore {

  private final Database database;

  ReportStore(Database database) {
    this.database = database;
  }

  /** Stores {@code report} unless its idempotency key was used; answers what is stored. */
  public ReportRow insert(ReportRow report) {
    database.transact(session ->
        session
            .createNativeQuery(
                "insert into report (id, case_name, suspect, issued_at, version,"
                    + " idempotency_key, body, sha256) values (cast(cast(:id as text) as uuid),"
                    + " :case, :suspect, cast(cast(:issued as text) as timestamptz), :version,"
                    + " :key, :body, :sha256) on conflict do nothing")
            .setParameter("id", report.id.toString())
            .setParameter("case", report.caseName)
            .setParameter("suspect", report.suspect)
            .setParameter("issued", report.issuedAt.toString())
            .setParameter("version", report.version)
            .setParameter("key", report.idempotencyKey)
            .setParameter("body", report.body)
            .setParameter("sha256", report.sha256)
            .executeUpdate());
    return byIdempotencyKey(report.idempotencyKey)
        .orElseThrow(() -> new IllegalStateException("a report was deleted as it was issued"));
  }

  public Optional<ReportRow> byIdempotencyKey(String key) {
    return first("from ReportRow where idempotencyKey = :value", key);
  }

  public Optional<ReportRow> find(UUID id) {
    return first("from ReportRow where id = :value", id);
  }

  private Optional<ReportRow> first(String query, Object value) {
    return database
        .transact(session ->
            session
                .createQuery(query, ReportRow.class)
                .setParameter("value", value)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Reports after {@code after}, oldest first. */
  public List<ReportRow> list(UUID after, int limit) {
    return database.transact(session ->
        session
            .createQuery("from ReportRow where id > :after order by id", ReportRow.class)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList());
  }
}
