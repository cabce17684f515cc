package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A panel's teachers as columns of scores, with their vendors and the families they belong to. */
final class TeacherColumns {

  private final List<TeacherGroup> teachers;
  private final List<Set<String>> families;
  private final List<int[]> vendors;

  TeacherColumns(ReferencePanel panel) {
    teachers = panel.teachers();
    Map<String, String> familyOf =
        panel.models().stream().collect(Collectors.toMap(PanelModel::name, PanelModel::family));
    families = teachers.stream().map(teacher -> familiesOf(teacher, familyOf)).toList();
    vendors = byVendor(teachers);
  }

  private static Set<String> familiesOf(TeacherGroup teacher, Map<String, String> familyOf) {
    return teacher.references().stream().map(familyOf::get).collect(Collectors.toSet());
  }

  /** In the order of names, so that sums do not depend on the order in a file. */
  private static List<int[]> byVendor(List<TeacherGroup> teachers) {
    Map<String, List<Integer>> columns = new TreeMap<>();
    IntStream.range(0, teachers.size())
        .boxed()
        .sorted(Comparator.comparing(column -> teachers.get(column).name()))
        .forEach(column ->
            columns
                .computeIfAbsent(teachers.get(column).vendor(), vendor -> new ArrayList<>())
                .add(column));
    return columns.values().stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  int count() {
    return teachers.size();
  }

  TeacherGroup teacher(int column) {
    return teachers.get(column);
  }

  /** The columns of the vendor that a teacher belongs to, itself among them. */
  int[] sameVendor(int column) {
    String vendor = teachers.get(column).vendor();
    return IntStream.range(0, count())
        .filter(other -> teachers.get(other).vendor().equals(vendor))
        .toArray();
  }

  /** Which teachers have a reference in one of these families. */
  boolean[] ownOf(Set<String> modelFamilies) {
    boolean[] own = new boolean[count()];
    for (int column = 0; column < own.length; column++) {
      own[column] = families.get(column).stream().anyMatch(modelFamilies::contains);
    }
    return own;
  }

  /**
   * Scores less what the model scores on average, vendors weighing the same: a model that resembles
   * every teacher resembles none in particular. Teachers of its own family do not count.
   */
  double[] centre(double[] scores, boolean[] own) {
    double sum = 0;
    int counted = 0;
    for (int[] vendor : vendors) {
      double mean = mean(scores, own, vendor);
      if (!Double.isNaN(mean)) {
        sum += mean;
        counted++;
      }
    }
    double[] centred = new double[scores.length];
    for (int column = 0; column < scores.length; column++) {
      centred[column] = scores[column] - sum / counted;
    }
    return centred;
  }

  private static double mean(double[] scores, boolean[] own, int[] columns) {
    double sum = 0;
    int counted = 0;
    for (int column : columns) {
      if (!own[column] && !Double.isNaN(scores[column])) {
        sum += scores[column];
        counted++;
      }
    }
    return sum / counted;
  }
}
