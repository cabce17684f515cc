package dev.stillmark.detection.attribution.measuring;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers.Pair;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which models gave answers of a panel's models of other families, beyond coincidence, and what is
 * left of the panel without its own.
 *
 * <p>A model with another's answers is no independent observation, and what is known of its
 * training does not explain them: it belongs in no null. Of a teacher's reference and another model
 * it is the other that leaves. Of two models that are still there, the one that was first seen
 * later leaves, or both where that cannot be told. A reference always stays.
 */
public final class PanelCopies {

  private final ReferencePanel panel;
  private final Map<String, PanelModel> models = new HashMap<>();
  private final Map<String, String> teacherOf = new HashMap<>();
  private final List<Pair> beyondCoincidence;
  private final NavigableSet<String> leaving;

  private PanelCopies(ReferencePanel panel, CopiedAnswers copied) {
    this.panel = panel;
    panel.models().forEach(model -> models.put(model.name(), model));
    for (TeacherGroup teacher : panel.teachers()) {
      teacher.references().forEach(reference -> teacherOf.put(reference, teacher.name()));
    }
    beyondCoincidence = copied.pairs().stream().filter(Pair::isBeyondCoincidence).toList();
    leaving = Collections.unmodifiableNavigableSet(findLeaving());
  }

  /**
   * @param copied among answers of the panel's models, and perhaps of suspects
   */
  public static PanelCopies in(ReferencePanel panel, CopiedAnswers copied) {
    return new PanelCopies(panel, copied);
  }

  /** Of two models of the panel, most copies first. */
  public List<Pair> pairs() {
    return beyondCoincidence.stream()
        .filter(pair -> isOfPanel(pair.model()) && isOfPanel(pair.other()))
        .filter(pair -> !family(pair.model()).equals(family(pair.other())))
        .toList();
  }

  /** The names of the models that leave, ascending. */
  public NavigableSet<String> leaving() {
    return leaving;
  }

  /** The panel without those that leave. */
  public ReferencePanel remaining() {
    List<PanelModel> staying =
        panel.models().stream().filter(model -> !leaving.contains(model.name())).toList();
    return new ReferencePanel(panel.version(), panel.date(), panel.teachers(), staying);
  }

  /** Of references of two teachers, neither of which leaves: most copies first. */
  public List<Pair> betweenTeachers() {
    return pairs().stream()
        .filter(pair -> isReference(pair.model()) && isReference(pair.other()))
        .filter(pair -> !teacherOf(pair.model()).equals(teacherOf(pair.other())))
        .toList();
  }

  /** Of a suspect and models of the panel, also those that leave: most copies first. */
  public List<Pair> of(Suspect suspect) {
    String name = suspect.name();
    return beyondCoincidence.stream()
        .filter(pair -> pair.model().equals(name) || pair.other().equals(name))
        .filter(pair -> isOfPanel(pair.partnerOf(name)))
        .filter(pair -> !familiesOf(suspect).contains(family(pair.partnerOf(name))))
        .toList();
  }

  private NavigableSet<String> findLeaving() {
    NavigableSet<String> found = new TreeSet<>();
    for (Pair pair : pairs()) {
      if (isReference(pair.model()) != isReference(pair.other())) {
        found.add(isReference(pair.model()) ? pair.other() : pair.model());
      }
    }
    List<Pair> rest =
        pairs().stream()
            .filter(pair -> !isReference(pair.model()) && !isReference(pair.other()))
            .filter(pair -> !found.contains(pair.model()) && !found.contains(pair.other()))
            .toList();
    rest.forEach(pair -> found.addAll(notFirst(pair)));
    return found;
  }

  private Set<String> notFirst(Pair pair) {
    if (isSeenBefore(pair.model(), pair.other())) {
      return Set.of(pair.other());
    }
    return isSeenBefore(pair.other(), pair.model())
        ? Set.of(pair.model())
        : Set.of(pair.model(), pair.other());
  }

  private boolean isSeenBefore(String model, String other) {
    return model(model)
        .firstSeen()
        .flatMap(one -> model(other).firstSeen().map(one::isBefore))
        .orElse(false);
  }

  private Set<String> familiesOf(Suspect suspect) {
    Set<String> families = new TreeSet<>(Set.of(suspect.family()));
    if (isOfPanel(suspect.name())) {
      families.add(family(suspect.name()));
    }
    return families;
  }

  private boolean isOfPanel(String model) {
    return models.containsKey(model);
  }

  private boolean isReference(String model) {
    return teacherOf.containsKey(model);
  }

  private String teacherOf(String reference) {
    return String.valueOf(teacherOf.get(reference));
  }

  private PanelModel model(String name) {
    return Objects.requireNonNull(models.get(name));
  }

  private String family(String model) {
    return model(model).family();
  }
}
