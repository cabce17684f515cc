package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A panel that grows model by model: each teacher is of a vendor of its own and has one reference
 * in a family of its own, of which nothing else is known.
 */
final class MadeUpPanel {

  static final int PROMPTS = 100;
  private static final double UNRELATED = 0.01;

  private final List<TeacherGroup> teachers = new ArrayList<>();
  private final List<PanelModel> models = new ArrayList<>();

  MadeUpPanel(String... teacherNames) {
    for (String teacher : teacherNames) {
      teachers.add(
          new TeacherGroup(
              teacher, teacher + "-vendor", YearMonth.of(2023, 6), List.of(teacher + "-model")));
      add(teacher + "-model", teacher + "-family", Exposure.UNKNOWN);
    }
  }

  MadeUpPanel add(String name, String family, Exposure toAll) {
    Map<String, Exposure> exposures = new HashMap<>();
    teachers.forEach(teacher -> exposures.put(teacher.name(), toAll));
    return add(name, family, exposures);
  }

  MadeUpPanel add(String name, String family, Map<String, Exposure> exposures) {
    return add(name, family, exposures, Optional.empty());
  }

  MadeUpPanel add(
      String name, String family, Map<String, Exposure> exposures, Optional<String> derivedFrom) {
    models.add(
        new PanelModel(
            name, family, Optional.empty(), Provenance.DOCUMENTED, derivedFrom, exposures));
    return this;
  }

  ReferencePanel panel() {
    return new ReferencePanel("test", LocalDate.of(2025, 1, 1), teachers, models);
  }

  static Suspect suspect(String name) {
    return new Suspect(name, name, Optional.empty());
  }

  /** Of one signal; rows are the panel's models, then the suspects. */
  Measurements measurements(BehaviourSignal signal, double[][] scores, String... suspects) {
    Map<BehaviourSignal, double[][]> bySignal = new EnumMap<>(BehaviourSignal.class);
    bySignal.put(signal, scores);
    return measurements(bySignal, suspects);
  }

  Measurements measurements(Map<BehaviourSignal, double[][]> scores, String... suspects) {
    List<String> names = new ArrayList<>(models.stream().map(PanelModel::name).toList());
    names.addAll(List.of(suspects));
    int[] answered = new int[names.size()];
    Arrays.fill(answered, PROMPTS);
    double[][] likeness = new double[names.size()][models.size()];
    for (int row = 0; row < likeness.length; row++) {
      Arrays.fill(likeness[row], UNRELATED);
      if (row < models.size()) {
        likeness[row][row] = Double.NaN;
      }
    }
    return new Measurements(names, PROMPTS, answered, scores, new double[names.size()], likeness);
  }
}
