package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.attribution.SameModel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The figures of a suspect as lines, one for each teacher, with what they allow to be claimed. */
final class SuspectLines {

  private final LeftOutPanel panel;
  private final TeacherColumns teachers;
  private final Suspect suspect;
  private final SuspectFigures figures;
  private final List<SameModel> sameModels;

  SuspectLines(
      LeftOutPanel panel, Suspect suspect, SuspectFigures figures, List<SameModel> sameModels) {
    this.panel = panel;
    this.teachers = panel.scores().panelists().teachers();
    this.suspect = suspect;
    this.figures = figures;
    this.sameModels = sameModels;
  }

  List<Attribution> lines() {
    return IntStream.range(0, teachers.count()).mapToObj(this::line).toList();
  }

  private Attribution line(int teacher) {
    Optional<FamilyPanel> ranked = figures.familyPanels().get(teacher);
    int families =
        ranked.map(FamilyPanel::families).orElseGet(() -> panel.scores().cleanFamilies(teacher));
    int models =
        ranked.map(FamilyPanel::models).orElseGet(() -> panel.scores().cleanModels(teacher));
    double fusedZ = figures.fused()[teacher];
    double promptFreeZ = figures.promptFree()[teacher];
    VendorRanks.Finding finding = finding(teacher);
    return new Attribution(
        suspect.name(),
        teachers.teacher(teacher).name(),
        signals(teacher),
        present(fusedZ),
        panel.fused().p(fusedZ),
        ranked.map(FamilyPanel::p).orElse(OptionalDouble.empty()),
        families,
        models,
        1 / (families + 1.0),
        panel.likelihoodRatio().log10(fusedZ),
        present(promptFreeZ),
        panel.promptFree().p(promptFreeZ),
        figures.ranks().map(VendorRanks::anyTeacherP).orElse(OptionalDouble.empty()),
        versionRank(teacher),
        sameModels,
        finding.claim(),
        finding.reason());
  }

  private boolean isOlder(int teacher) {
    return Absences.isOlder(suspect, teachers.teacher(teacher));
  }

  private Map<BehaviourSignal, Double> signals(int teacher) {
    Map<BehaviourSignal, Double> signals = new EnumMap<>(BehaviourSignal.class);
    figures
        .z()
        .forEach((signal, z) -> {
          if (!Double.isNaN(z[teacher])) {
            signals.put(signal, z[teacher]);
          }
        });
    return signals;
  }

  /** The vendor's teachers in order of their scores; nothing to order where it has but one. */
  private OptionalInt versionRank(int teacher) {
    double fusedZ = figures.fused()[teacher];
    double[] ofVendor =
        IntStream.of(teachers.sameVendor(teacher))
            .mapToDouble(other -> figures.fused()[other])
            .filter(score -> !Double.isNaN(score))
            .toArray();
    if (Double.isNaN(fusedZ) || ofVendor.length < 2) {
      return OptionalInt.empty();
    }
    int better = 0;
    for (double score : ofVendor) {
      better += score > fusedZ ? 1 : 0;
    }
    return OptionalInt.of(1 + better);
  }

  private VendorRanks.Finding finding(int teacher) {
    if (!isOlder(teacher) && isSameModel(teachers.teacher(teacher))) {
      return new VendorRanks.Finding(Claim.SAME_MODEL, absence(teacher).map(Absence::code));
    }
    return figures.finding(teacher).orElseGet(() -> unranked(teacher));
  }

  private boolean isSameModel(TeacherGroup teacher) {
    return sameModels.stream().anyMatch(same -> teacher.references().contains(same.model()));
  }

  private Optional<Absence> absence(int teacher) {
    return figures.absences().get(teacher);
  }

  private VendorRanks.Finding unranked(int teacher) {
    Absence absence = absence(teacher).orElseThrow();
    boolean lacksPanel = absence == Absence.TOO_FEW_CLEAN_MODELS && !isOlder(teacher);
    return new VendorRanks.Finding(
        lacksPanel ? Claim.INSUFFICIENT_PANEL : Claim.NONE, Optional.of(absence.code()));
  }

  private static OptionalDouble present(double figure) {
    return Double.isNaN(figure) ? OptionalDouble.empty() : OptionalDouble.of(figure);
  }
}
