package dev.stillmark.verdicts.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * An encoded evidence set: a piece of one part of the evidence, which is the union of its pieces.
 */
@Immutable
@Entity(name = "SegmentRow")
@Table(name = "evidence_segment")
public class SegmentRow {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evidence_segment_ids")
  @SequenceGenerator(
      name = "evidence_segment_ids",
      sequenceName = "evidence_segment_ids",
      allocationSize = 50)
  public long id;

  @Column(name = "evidence_id", nullable = false)
  public long evidenceId;

  @Column(nullable = false)
  public String part;

  public int level;

  @Column(nullable = false)
  public byte[] items;

  @SuppressWarnings("NullAway.Init")
  protected SegmentRow() {}

  SegmentRow(long evidenceId, String part, int level, byte[] items) {
    this.evidenceId = evidenceId;
    this.part = part;
    this.level = level;
    this.items = items;
  }
}
