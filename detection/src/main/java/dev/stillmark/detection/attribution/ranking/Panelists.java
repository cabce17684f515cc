package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The panel's models that answered nearly all of the prompts, in the order of their names: the only
 * ones that a suspect is compared with.
 */
final class Panelists {

  private static final double LEAST_SHARE = 0.9;

  private final TeacherColumns teachers;
  private final Set<BehaviourSignal> signals;
  private final List<PanelModel> models = new ArrayList<>();
  private final List<CentredRow> rows = new ArrayList<>();
  private final List<Integer> rowNumbers = new ArrayList<>();
  private final List<String> families;
  private final int[] familyOf;
  private final boolean[][] clean;

  Panelists(ReferencePanel panel, Measurements measurements, TeacherColumns teachers) {
    this.teachers = teachers;
    signals = Collections.unmodifiableSet(new TreeSet<>(measurements.scores().keySet()));
    Map<String, Integer> rowOf = rows(measurements);
    panel.models().stream()
        .sorted(Comparator.comparing(PanelModel::name))
        .forEach(model -> addIfComplete(model, rowOf.get(model.name()), measurements));
    families = models.stream().map(PanelModel::family).distinct().sorted().toList();
    familyOf = models.stream().mapToInt(model -> families.indexOf(model.family())).toArray();
    clean = new boolean[models.size()][teachers.count()];
    for (int model = 0; model < clean.length; model++) {
      for (int teacher = 0; teacher < teachers.count(); teacher++) {
        clean[model][teacher] = exposure(model, teacher) == Exposure.VENDOR_CLEAN;
      }
    }
  }

  /** By name of a model, where the figures of it are. */
  static Map<String, Integer> rows(Measurements measurements) {
    Map<String, Integer> rowOf = new HashMap<>();
    for (int row = 0; row < measurements.models().size(); row++) {
      rowOf.put(measurements.models().get(row), row);
    }
    return rowOf;
  }

  private void addIfComplete(PanelModel model, @Nullable Integer row, Measurements measurements) {
    if (row != null && isComplete(measurements, row)) {
      models.add(model);
      rowNumbers.add(row);
      rows.add(CentredRow.of(measurements, row, teachers, Set.of(model.family())));
    }
  }

  static boolean isComplete(Measurements measurements, int row) {
    return measurements.answered()[row] >= LEAST_SHARE * measurements.prompts();
  }

  int count() {
    return models.size();
  }

  Set<BehaviourSignal> signals() {
    return signals;
  }

  TeacherColumns teachers() {
    return teachers;
  }

  PanelModel model(int model) {
    return models.get(model);
  }

  /** Its row in the measurements, which is its column of likeness, too. */
  int rowNumber(int model) {
    return rowNumbers.get(model);
  }

  CentredRow row(int model) {
    return rows.get(model);
  }

  int familyCount() {
    return families.size();
  }

  int family(int model) {
    return familyOf[model];
  }

  Exposure exposure(int model, int teacher) {
    return models.get(model).exposureTo(teachers.teacher(teacher).name());
  }

  boolean isClean(int model, int teacher) {
    return clean[model][teacher];
  }

  /** One family by its number. */
  BitSet only(int family) {
    BitSet numbers = new BitSet(familyCount());
    numbers.set(family);
    return numbers;
  }

  /** These families by number, those that are not of the panel being ignored. */
  BitSet numbers(Collection<String> names) {
    BitSet numbers = new BitSet(familyCount());
    names.stream().mapToInt(families::indexOf).filter(family -> family >= 0).forEach(numbers::set);
    return numbers;
  }
}
