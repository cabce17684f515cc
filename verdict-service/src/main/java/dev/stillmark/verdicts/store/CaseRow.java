package dev.stillmark.verdicts.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case and its declared policy; who is in it stands in tables beside it. */
@Entity(name = "CaseRow")
@Table(name = "legal_case")
public class CaseRow {

  @Id public String name;

  public double alpha;

  public @Nullable Double effect;

  public double power;

  @Column(name = "ledger_b_alpha")
  public double ledgerBAlpha;

  /** A JSON array of teachers' names, or null for every teacher. */
  public @Nullable String teachers;

  @Column(name = "changed_at", nullable = false)
  public Instant changedAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseRow() {}

  CaseRow(String name, Instant changedAt) {
    this.name = name;
    this.changedAt = changedAt;
  }
}
