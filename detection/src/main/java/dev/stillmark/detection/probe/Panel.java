package dev.stillmark.detection.probe;

import dev.stillmark.detection.verdict.PanelRank;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A suspect among the reference models, family by family, without the teacher's family.
 *
 * <p>The suspect's family is one of them: every family is measured against all the others in the
 * same way, so that under Hd, where families are exchangeable, ranks are exact.
 *
 * @param families each with its models, at least one
 * @param suspectFamily the number of the suspect's
 */
record Panel(Respondent suspect, List<List<Respondent>> families, int suspectFamily) {

  /** The panel without the teacher's family, and with the suspect. */
  static Panel of(Respondent teacher, Respondent suspect, List<Respondent> references) {
    if (suspect.family().equals(teacher.family())) {
      throw new IllegalArgumentException(
          "suspect must not be of the teacher's family but both are of " + teacher.family());
    }
    Map<String, List<Respondent>> byFamily = new LinkedHashMap<>();
    byFamily.computeIfAbsent(suspect.family(), _ -> new ArrayList<>()).add(suspect);
    for (Respondent reference : references) {
      boolean isSuspect = reference.model().equals(suspect.model());
      if (!isSuspect && !reference.family().equals(teacher.family())) {
        byFamily.computeIfAbsent(reference.family(), _ -> new ArrayList<>()).add(reference);
      }
    }
    return new Panel(suspect, List.copyOf(byFamily.values()), 0);
  }

  /** Families that the suspect is ranked among. */
  int otherFamilies() {
    return families.size() - 1;
  }

  int questions() {
    return suspect.grades().size();
  }

  /** The suspect's statistic among the largest of each other family. */
  PanelRank rank(Statistic statistic) {
    double own = statistic.of(suspect, suspectFamily);
    int models = 0;
    int atLeastAsExtreme = 0;
    for (int family = 0; family < families.size(); family++) {
      if (family != suspectFamily) {
        models += families.get(family).size();
        atLeastAsExtreme += largest(family, statistic) >= own ? 1 : 0;
      }
    }
    return new PanelRank(otherFamilies(), models, atLeastAsExtreme);
  }

  private double largest(int family, Statistic statistic) {
    ToDoubleFunction<Respondent> ofModel = model -> statistic.of(model, family);
    return families.get(family).stream().mapToDouble(ofModel).max().orElseThrow();
  }

  /** A figure of a model, measured against all families but its own. */
  interface Statistic {

    double of(Respondent model, int family);
  }
}
