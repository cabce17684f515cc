package dev.stillmark.detection.attribution;

import java.time.YearMonth;
import java.util.List;

/**
 * A teacher as a group of versions that nobody could tell apart, with the models whose answers
 * stand for it.
 *
 * @param name unique among the teachers of a panel
 * @param firstAvailable a model that is older cannot have learned from it
 * @param references names of panel models, at least one
 */
public record TeacherGroup(
    String name, String vendor, YearMonth firstAvailable, List<String> references) {

  public TeacherGroup {
    references = List.copyOf(references);
    if (references.isEmpty()) {
      throw new IllegalArgumentException(
          "a teacher needs at least 1 reference model but %s has none".formatted(name));
    }
  }
}
