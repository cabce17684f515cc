package dev.stillmark.verdicts.store;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.stillmark.detection.verdict.Policy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps cases. */
@Singleton
public final class CaseStore {

  private final Database database;
  private final Clock clock;

  CaseStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Replaces or creates a case; true if it was created. */
  public boolean put(LegalCase legalCase) {
    return database.transact(session ->
        session
            .find(CaseRow.class, legalCase.name())
            .chain(found -> put(session, legalCase, found)));
  }

  private Uni<Boolean> put(Mutiny.Session session, LegalCase legalCase, @Nullable CaseRow found) {
    CaseRow row = found == null ? new CaseRow(legalCase.name(), clock.instant()) : found;
    row.alpha = legalCase.policy().alpha();
    row.effect = legalCase.policy().effect();
    row.power = legalCase.policy().power();
    row.ledgerBAlpha = legalCase.policy().ledgerBAlpha();
    row.teachers = legalCase.teachers() == null ? null : SqlJson.write(legalCase.teachers());
    row.changedAt = clock.instant();
    Uni<Void> persisted = found == null ? session.persist(row) : Uni.createFrom().voidItem();
    return persisted
        .chain(session::flush)
        .chain(() -> clear(session, "delete from case_suspect where case_name = :name", row.name))
        .chain(() -> clear(session, "delete from case_reference where case_name = :name", row.name))
        .chain(() -> insertSuspects(session, legalCase))
        .chain(() -> insertReferences(session, legalCase))
        .replaceWith(found == null);
  }

  private static Uni<Integer> clear(Mutiny.Session session, String sql, String name) {
    return session.createNativeQuery(sql).setParameter("name", name).executeUpdate();
  }

  private static Uni<Integer> insertSuspects(Mutiny.Session session, LegalCase legalCase) {
    return insert(
        session,
        legalCase.name(),
        legalCase.suspects(),
        "insert into case_suspect (case_name, suspect) select :name, v"
            + " from jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) v"
            + " on conflict do nothing");
  }

  private static Uni<Integer> insertReferences(Mutiny.Session session, LegalCase legalCase) {
    return insert(
        session,
        legalCase.name(),
        legalCase.references(),
        "insert into case_reference (case_name, name, family, released, provenance)"
            + " select :name, r.name, r.family, r.released, r.provenance from "
            + SqlJson.rows("name text, family text, released text, provenance text"));
  }

  private static Uni<Integer> insert(
      Mutiny.Session session, String name, Collection<?> rows, String sql) {
    return session
        .createNativeQuery(sql)
        .setParameter("name", name)
        .setParameter("rows", SqlJson.write(rows))
        .executeUpdate();
  }

  /** The case of that name. */
  public Optional<LegalCase> find(String name) {
    return database.transact(session ->
        session
            .createQuery("from CaseRow where name = :name", CaseRow.class)
            .setParameter("name", name)
            .getResultList()
            .chain(rows ->
                rows.isEmpty()
                    ? Uni.createFrom().item(Optional.<LegalCase>empty())
                    : read(session, rows.getFirst()).map(Optional::of)));
  }

  /** The name of the case that lists {@code suspect} and was changed last. */
  public Optional<String> latestWith(String suspect) {
    return database
        .transact(session ->
            session
                .createNativeQuery(
                    "select c.name from legal_case c join case_suspect s"
                        + " on s.case_name = c.name where s.suspect = :suspect"
                        + " order by c.changed_at desc, c.name limit 1",
                    String.class)
                .setParameter("suspect", suspect)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Names after {@code after}, in order. */
  public List<String> list(String after, int limit) {
    return database.transact(session ->
        session
            .createNativeQuery(
                "select name from legal_case where name > :after order by name limit :limit",
                String.class)
            .setParameter("after", after)
            .setParameter("limit", limit)
            .getResultList());
  }

  private static Uni<LegalCase> read(Mutiny.Session session, CaseRow row) {
    return session
        .createNativeQuery(
            "select suspect from case_suspect where case_name = :name order by suspect",
            String.class)
        .setParameter("name", row.name)
        .getResultList()
        .chain(suspects ->
            session
                .createNativeQuery(
                    "select name, family, released, provenance from case_reference"
                        + " where case_name = :name order by name",
                    Object[].class)
                .setParameter("name", row.name)
                .getResultList()
                .map(references -> legalCase(row, suspects, references)));
  }

  private static LegalCase legalCase(
      CaseRow row, List<String> suspects, List<Object[]> references) {
    return new LegalCase(
        row.name,
        new Policy(row.alpha, row.effect, row.power, row.ledgerBAlpha),
        row.teachers == null ? null : SqlJson.read(row.teachers, new TypeReference<>() {}),
        suspects,
        references.stream()
            .map(r -> new Reference((String) r[0], (String) r[1], (String) r[2], (String) r[3]))
            .toList());
  }
}
