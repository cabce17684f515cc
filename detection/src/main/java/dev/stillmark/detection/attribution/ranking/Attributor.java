package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.SameModel;
import dev.stillmark.detection.attribution.Suspect;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Ranks suspects among the models of a reference panel, by how their answers resemble those of each
 * teacher.
 *
 * <p>What the panel says of a suspect's own exposures, and of those of its family, is never read; a
 * suspect that is a model of the panel is left out of it with its family. Nothing said of a suspect
 * depends on the other suspects, nor on the order of the panel's models.
 */
public final class Attributor {

  private final ReferencePanel panel;
  private final double alpha;
  private final TeacherColumns teachers;
  private final Map<String, String> familyOf = new HashMap<>();

  /**
   * @param alpha the chance of a false claim of training that is accepted for a suspect, in (0, 1)
   */
  public Attributor(ReferencePanel panel, double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be within (0, 1) but is " + alpha);
    }
    this.panel = panel;
    this.alpha = alpha;
    teachers = new TeacherColumns(panel);
    panel.models().forEach(model -> familyOf.put(model.name(), model.family()));
  }

  /** One line per suspect and teacher, suspects in the order given, teachers in the panel's. */
  public List<Attribution> attribute(Measurements measurements, List<Suspect> suspects) {
    Panelists panelists = new Panelists(panel, measurements, teachers);
    Map<BitSet, LeftOutPanel> panels = new HashMap<>();
    return suspects.stream()
        .flatMap(suspect -> {
          BitSet leftOut = panelists.numbers(familiesOf(suspect));
          LeftOutPanel without =
              panels.computeIfAbsent(leftOut, out -> LeftOutPanel.of(panelists, measurements, out));
          return lines(without, measurements, suspect).stream();
        })
        .toList();
  }

  /** Its own by what is said of it, and by the panel. */
  private Set<String> familiesOf(Suspect suspect) {
    Set<String> families = new HashSet<>(Set.of(suspect.family()));
    Optional.ofNullable(familyOf.get(suspect.name())).ifPresent(families::add);
    return families;
  }

  private List<Attribution> lines(
      LeftOutPanel without, Measurements measurements, Suspect suspect) {
    Absences absences = new Absences(measurements, teachers);
    List<Optional<Absence>> foreseen =
        IntStream.range(0, teachers.count())
            .mapToObj(teacher -> absences.of(suspect, teacher, without.scores()))
            .toList();
    int row = measurements.models().indexOf(suspect.name());
    CentredRow centred =
        row < 0
            ? CentredRow.unmeasured(teachers)
            : CentredRow.of(measurements, row, teachers, familiesOf(suspect));
    SuspectFigures figures = SuspectFigures.of(without.scores(), centred, foreseen, alpha);
    List<SameModel> sameModels =
        absences.ofSuspect(suspect).isPresent()
            ? List.of()
            : without.sameModel().find(row, suspect.name());
    return new SuspectLines(without, suspect, figures, sameModels).lines();
  }
}
