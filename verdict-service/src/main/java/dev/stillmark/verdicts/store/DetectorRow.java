package dev.stillmark.verdicts.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The public half of a detector as it was declared, under the id that its evidence carries. */
@Entity(name = "DetectorRow")
@Table(name = "detector")
public class DetectorRow {

  @Id public String id;

  @Column(nullable = false)
  public String teacher;

  @Column(nullable = false)
  public String declared;

  @SuppressWarnings("NullAway.Init")
  protected DetectorRow() {}
}
