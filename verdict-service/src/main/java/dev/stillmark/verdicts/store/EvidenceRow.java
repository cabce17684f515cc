package dev.stillmark.verdicts.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one detector has on one suspect; the version grows with every merge into it. */
@Entity(name = "EvidenceRow")
@Table(name = "evidence")
public class EvidenceRow {

  @Id public long id;

  @Column(nullable = false)
  public String suspect;

  @Column(nullable = false)
  public String detector;

  public long version;

  @SuppressWarnings("NullAway.Init")
  protected EvidenceRow() {}
}
