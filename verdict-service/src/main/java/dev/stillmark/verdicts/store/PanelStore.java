package dev.stillmark.verdicts.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Keeps reference panels, whose versions never change. */
@Singleton
public final class PanelStore {

  private final Database database;

  PanelStore(Database database) {
    this.database = database;
  }

  /** Stores {@code panel} unless there is its version; true if it was stored. */
  public boolean insert(PanelRow panel) {
    return database.transact(session ->
        session
            .createNativeQuery(
                "insert into reference_panel"
                    + " (version, digest, as_of, teachers, models, families, body, stored_at)"
                    + " values (:version, :digest, :date, :teachers, :models, :families, :body,"
                    + " cast(cast(:stored as text) as timestamptz)) on conflict do nothing")
            .setParameter("version", panel.version)
            .setParameter("digest", panel.digest)
            .setParameter("date", panel.date)
            .setParameter("teachers", panel.teachers)
            .setParameter("models", panel.models)
            .setParameter("families", panel.families)
            .setParameter("body", panel.body)
            .setParameter("stored", panel.storedAt.toString())
            .executeUpdate())
        == 1;
  }

  public Optional<PanelRow> find(String version) {
    return database
        .transact(session ->
            session
                .createQuery("from PanelRow where version = :version", PanelRow.class)
                .setParameter("version", version)
                .getResultList())
        .stream()
        .findFirst();
  }

  /** Panels after {@code after}, by version. */
  public List<PanelRow> list(String after, int limit) {
    return database.transact(session ->
        session
            .createQuery("from PanelRow where version > :after order by version", PanelRow.class)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList());
  }
}
