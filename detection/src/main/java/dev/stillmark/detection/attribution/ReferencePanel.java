package dev.stillmark.detection.attribution;

import java.time.LocalDate;
import java.util.List;

/**
 * The models that a suspect is ranked against, with the teachers among them: dated and versioned,
 * so that a report can name the one that it used.
 *
 * @param date as of which the exposures are known
 * @param teachers in the order in which they are reported
 * @param models each name once
 */
public record ReferencePanel(
    String version, LocalDate date, List<TeacherGroup> teachers, List<PanelModel> models) {

  public ReferencePanel {
    teachers = List.copyOf(teachers);
    models = List.copyOf(models);
  }
}
