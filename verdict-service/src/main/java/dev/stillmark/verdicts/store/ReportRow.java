package dev.stillmark.verdicts.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An issued report; its body never changes. */
@Entity(name = "ReportRow")
@Table(name = "report")
public class ReportRow {

  @Id public UUID id;

  @Column(name = "case_name", nullable = false)
  public String caseName;

  @Column(nullable = false)
  public String suspect;

  @Column(name = "issued_at", nullable = false)
  public Instant issuedAt;

  public int version;

  @Column(name = "idempotency_key", nullable = false)
  public String idempotencyKey;

  @Column(nullable = false)
  public String body;

  @Column(nullable = false)
  public String sha256;

  @SuppressWarnings("NullAway.Init")
  protected ReportRow() {}

  /** A report that is issued now. */
  public ReportRow(
      UUID id,
      String caseName,
      String suspect,
      Instant issuedAt,
      String idempotencyKey,
      String body,
      String sha256) {
    this.id = id;
    this.caseName = caseName;
    this.suspect = suspect;
    this.issuedAt = issuedAt;
    this.version = 1;
    this.idempotencyKey = idempotencyKey;
    this.body = body;
    this.sha256 = sha256;
  }
}
