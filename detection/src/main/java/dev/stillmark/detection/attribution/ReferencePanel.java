package dev.stillmark.detection.attribution;

import dev.stillmark.detection.FieldDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The models that a suspect is ranked against, with the teachers among them: dated and versioned,
 * so that a report can name the one that it used.
 *
 * @param date as of which the exposures are known
 * @param teachers in the order in which they are reported, each name once
 * @param models each name once, the teachers' references among them
 */
public record ReferencePanel(
    String version, LocalDate date, List<TeacherGroup> teachers, List<PanelModel> models) {

  public ReferencePanel {
    teachers = List.copyOf(teachers);
    models = List.copyOf(models);
    requireOnce("model", models.stream().map(PanelModel::name).toList());
    requireOnce("teacher", teachers.stream().map(TeacherGroup::name).toList());
    requireReferencesAmong(models, teachers);
  }

  /** 64 hexadecimal digits over all that it holds, whatever the order of teachers and models. */
  public String digest() {
    FieldDigest digest = new FieldDigest("reference-panel").add(version).add(date.toEpochDay());
    digest.add(teachers.size());
    teachers.stream()
        .sorted(Comparator.comparing(TeacherGroup::name))
        .forEach(teacher -> add(digest, teacher));
    digest.add(models.size());
    models.stream()
        .sorted(Comparator.comparing(PanelModel::name))
        .forEach(model -> add(digest, model));
    return digest.hex();
  }

  private static void add(FieldDigest digest, TeacherGroup teacher) {
    YearMonth available = teacher.firstAvailable();
    digest.add(teacher.name()).add(teacher.vendor()).add(available.toString());
    digest.add(teacher.references().size());
    teacher.references().stream().sorted().forEach(digest::add);
  }

  private static void add(FieldDigest digest, PanelModel model) {
    digest.add(model.name()).add(model.family());
    digest.add(model.firstSeen().map(LocalDate::toString).orElse(""));
    digest.add(model.provenance().name()).add(model.derivedFrom().orElse(""));
    Map<String, Exposure> byTeacher = new TreeMap<>(model.exposures());
    digest.add(byTeacher.size());
    byTeacher.forEach((teacher, exposure) -> digest.add(teacher).add(exposure.name()));
  }

  private static void requireOnce(String kind, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "a panel names each %s once but %s more often".formatted(kind, name));
      }
    }
  }

  private static void requireReferencesAmong(List<PanelModel> models, List<TeacherGroup> teachers) {
    Set<String> names = new HashSet<>(models.stream().map(PanelModel::name).toList());
    for (TeacherGroup teacher : teachers) {
      for (String reference : teacher.references()) {
        if (!names.contains(reference)) {
          throw new IllegalArgumentException(
              "the references of %s must be models of the panel but %s is none"
                  .formatted(teacher.name(), reference));
        }
      }
    }
  }
}
