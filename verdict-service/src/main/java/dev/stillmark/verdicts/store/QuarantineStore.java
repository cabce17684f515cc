package dev.stillmark.verdicts.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was set aside. */
@Singleton
public final class QuarantineStore {

  private final Database database;

  QuarantineStore(Database database) {
    this.database = database;
  }

  /** Rows after {@code after}, oldest first. */
  public List<QuarantineRow> list(UUID after, int limit) {
    return database.transact(session ->
        session
            .createQuery("from QuarantineRow where id > :after order by id", QuarantineRow.class)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList());
  }

  public Optional<QuarantineRow> find(UUID id) {
    return database
        .transact(session ->
            session
                .createQuery("from QuarantineRow where id = :id", QuarantineRow.class)
                .setParameter("id", id)
                .getResultList())
        .stream()
        .findFirst();
  }
}
