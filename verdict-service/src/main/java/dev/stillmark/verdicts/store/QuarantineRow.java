package dev.stillmark.verdicts.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that could not be used, with the rule that it broke and its first bytes. */
@Entity(name = "QuarantineRow")
@Table(name = "quarantine")
public class QuarantineRow {

  @Id public UUID id;

  @Column(name = "received_at", nullable = false)
  public Instant receivedAt;

  @Column(nullable = false)
  public String topic;

  public int partition;

  @Column(name = "record_offset")
  public long offset;

  @Column(nullable = false)
  public String rule;

  @Column(nullable = false)
  public String message;

  public @Nullable String suspect;

  public @Nullable String collection;

  @Column(name = "output_id")
  public @Nullable String outputId;

  @Column(nullable = false)
  public byte[] payload;

  @Column(name = "payload_bytes")
  public int payloadBytes;

  @Column(name = "payload_sha256", nullable = false)
  public String payloadSha256;

  @SuppressWarnings("NullAway.Init")
  protected QuarantineRow() {}
}
