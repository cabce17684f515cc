package dev.stillmark.verdicts.store;

import dev.stillmark.detection.attribution.ModelAnswer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what the models of reference panels answered. */
@Singleton
public final class PanelOutputStore {

  private final Database database;

  PanelOutputStore(Database database) {
    this.database = database;
  }

  /** What is asked of the database about an output: whether it has one by these names. */
  public record Asked(String promptId, String model) {}

  /**
   * Stores what is new of {@code outputs}, all or nothing; what became of each, in their order.
   *
   * @param panel a version that there is
   */
  public List<ReferenceOutcome> take(String panel, List<ReferenceOutput> outputs) {
    return database.transact(session ->
        lock(session, panel)
            .chain(() -> known(session, panel, outputs))
            .chain(intake -> {
              List<ReferenceOutcome> outcomes = outputs.stream().map(intake::take).toList();
              return insert(session, panel, intake).replaceWith(outcomes);
            }));
  }

  /**
   * The answers of a panel's models, of which those that nobody else gave to the same prompt have
   * their digest for a text: whoever looks for copies needs no more, and all texts of a panel may
   * fill the memory.
   */
  public List<ModelAnswer> answersWithCopies(String panel) {
    return database
        .transact(session ->
            session
                .createNativeQuery(
                    "select dense_rank() over (order by prompt_id), model,"
                        + " case when count(*) over (partition by prompt_id, output_sha256) > 1"
                        + " then output else output_sha256 end"
                        + " from panel_output where panel = :panel",
                    Object[].class)
                .setParameter("panel", panel)
                .getResultList())
        .stream()
        .map(
            row -> new ModelAnswer((String) row[1], ((Number) row[0]).longValue(), (String) row[2]))
        .toList();
  }

  /** One request at a time writes to a panel, so that what was read stays true. */
  private static Uni<String> lock(Mutiny.Session session, String panel) {
    return session
        .createNativeQuery(
            "select version from reference_panel where version = :panel for update", String.class)
        .setParameter("panel", panel)
        .getSingleResult();
  }

  private static Uni<ReferenceIntake> known(
      Mutiny.Session session, String panel, List<ReferenceOutput> outputs) {
    String asked =
        SqlJson.write(
            outputs.stream().map(each -> new Asked(each.promptId(), each.model())).toList());
    ReferenceIntake intake = new ReferenceIntake();
    return select(
            session,
            "select distinct p.prompt_id, p.prompt_sha256 from panel_prompt p join "
                + SqlJson.rows("\"promptId\" text")
                + " on p.prompt_id = r.\"promptId\" where p.panel = :panel",
            panel,
            asked)
        .invoke(rows -> rows.forEach(row -> intake.knowPrompt((String) row[0], (String) row[1])))
        .chain(() ->
            select(
                session,
                "select distinct o.prompt_id, o.model, o.output_sha256 from panel_output o join "
                    + SqlJson.rows("\"promptId\" text, model text")
                    + " on o.prompt_id = r.\"promptId\" and o.model = r.model"
                    + " where o.panel = :panel",
                panel,
                asked))
        .invoke(rows ->
            rows.forEach(
                row -> intake.knowOutput((String) row[0], (String) row[1], (String) row[2])))
        .replaceWith(intake);
  }

  private static Uni<List<Object[]>> select(
      Mutiny.Session session, String sql, String panel, String rows) {
    return session
        .createNativeQuery(sql, Object[].class)
        .setParameter("panel", panel)
        .setParameter("rows", rows)
        .getResultList();
  }

  private static Uni<Integer> insert(Mutiny.Session session, String panel, ReferenceIntake intake) {
    return insert(
            session,
            "insert into panel_prompt (panel, prompt_id, prompt, prompt_sha256)"
                + " select :panel, r.\"promptId\", r.prompt, r.sha256 from "
                + SqlJson.rows("\"promptId\" text, prompt text, sha256 text"),
            panel,
            intake.newPrompts())
        .chain(() ->
            insert(
                session,
                "insert into panel_output (panel, prompt_id, model, output, output_sha256)"
                    + " select :panel, r.\"promptId\", r.model, r.output, r.sha256 from "
                    + SqlJson.rows("\"promptId\" text, model text, output text, sha256 text"),
                panel,
                intake.newOutputs()));
  }

  private static Uni<Integer> insert(
      Mutiny.Session session, String sql, String panel, Collection<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().item(0)
        : session
            .createNativeQuery(sql)
            .setParameter("panel", panel)
            .setParameter("rows", SqlJson.write(rows))
            .executeUpdate();
  }
}
