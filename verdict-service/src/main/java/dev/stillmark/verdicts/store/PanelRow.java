package dev.stillmark.verdicts.store;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A version of a reference panel; its content never changes. */
@Immutable
@Entity(name = "PanelRow")
@Table(name = "reference_panel")
public class PanelRow {

  @Id public String version;

  @Column(nullable = false)
  public String digest;

  @Column(name = "as_of", nullable = false)
  public String date;

  public int teachers;

  public int models;

  public int families;

  @Column(nullable = false)
  public String body;

  @Column(name = "stored_at", nullable = false)
  public Instant storedAt;

  @SuppressWarnings("NullAway.Init")
  protected PanelRow() {}

  /**
   * A panel that is stored now.
   *
   * @param body the panel as JSON
   */
  public PanelRow(ReferencePanel panel, String body, Instant storedAt) {
    this.version = panel.version();
    this.digest = panel.digest();
    this.date = panel.date().toString();
    this.teachers = panel.teachers().size();
    this.models = panel.models().size();
    this.families = (int) panel.models().stream().map(PanelModel::family).distinct().count();
    this.body = body;
    this.storedAt = storedAt;
  }
}
