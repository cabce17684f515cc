package dev.stillmark.edge;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.files.AnswerFiles;
import dev.stillmark.files.FilePatterns;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.KnownModels;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Reads all files of an attribution and says on {@code err} what of them cannot be used. */
final class AttributionReader {

  /** Without a dated model no suspect is too old for anything, whatever the date. */
  private static final LocalDate UNDATED = LocalDate.EPOCH;

  private final AttributeRequest request;
  private final PrintStream err;
  private int faults;

  AttributionReader(AttributeRequest request, PrintStream err) {
    this.request = request;
    this.err = err;
  }

  /** Throws {@link InputFault} or {@link OptionFault} where nothing can be compared. */
  AttributionInput read() {
    List<Path> suspectFiles = FilePatterns.expand(request.suspects());
    List<Path> referenceFiles = FilePatterns.expand(request.references());
    KnownModels known =
        KnownModels.read(
            FilePatterns.expand(request.lineage()),
            request.labels(),
            request.teachers(),
            this::report);
    AnswerFiles files = new AnswerFiles(this::report);
    Set<String> references = files.read(referenceFiles);
    Set<String> suspects = files.read(suspectFiles);
    if (faults > 0) {
      say("%d rows, lines or files could not be read".formatted(faults));
    }
    warn(known, suspects, references);
    List<PanelModel> models =
        references.stream().filter(known::hasLineage).map(known::panelModel).toList();
    ReferencePanel panel = panel(known, models);
    if (suspects.isEmpty()) {
      throw new OptionFault("suspects must hold at least one answer that can be read");
    }
    if (panel.teachers().isEmpty()) {
      throw new OptionFault(
          "references must hold answers of a model that stands for a teacher and has a lineage");
    }
    return new AttributionInput(
        panel, known.teachers(), suspects.stream().map(known::suspect).toList(), files.answers());
  }

  private ReferencePanel panel(KnownModels known, List<PanelModel> models) {
    LocalDate date = Objects.requireNonNullElse(request.panelDate(), newest(models));
    String version = Objects.requireNonNullElse(request.panelVersion(), date.toString());
    List<String> names = models.stream().map(PanelModel::name).toList();
    List<TeacherGroup> heard =
        known.teachers().stream()
            .filter(teacher -> !isSilent(teacher, models))
            .map(teacher -> heardPart(teacher, names))
            .toList();
    return new ReferencePanel(version, date, heard, models);
  }

  private static LocalDate newest(List<PanelModel> models) {
    return models.stream()
        .flatMap(model -> model.firstSeen().stream())
        .max(LocalDate::compareTo)
        .orElse(UNDATED);
  }

  private static boolean isSilent(TeacherGroup teacher, List<PanelModel> models) {
    return models.stream().noneMatch(model -> teacher.references().contains(model.name()));
  }

  private static TeacherGroup heardPart(TeacherGroup teacher, Collection<String> names) {
    return new TeacherGroup(
        teacher.name(),
        teacher.vendor(),
        teacher.firstAvailable(),
        teacher.references().stream().filter(names::contains).toList());
  }

  private void warn(KnownModels known, Set<String> suspects, Set<String> references) {
    Predicate<String> isStrange = model -> !known.hasLineage(model);
    warn(
        suspects.stream().filter(isStrange).toList(),
        "suspects have no lineage: each is taken as a family of its own, of unknown age");
    warn(
        references.stream().filter(isStrange).toList(),
        "reference models have no lineage and are left out of the panel: their family is unknown");
    warn(
        references.stream()
            .filter(isStrange.negate())
            .filter(model -> !known.hasLabels(model))
            .toList(),
        "reference models have no labels: what taught them is taken as unknown");
    warn(
        known.teachers().stream()
            .flatMap(teacher -> teacher.references().stream())
            .filter(model -> !references.contains(model) || isStrange.test(model))
            .toList(),
        "models that stand for a teacher have no answers in the panel");
    warn(known.unknownTeachers(), "teachers of the labels are not among the teachers");
  }

  private void warn(Collection<String> names, String what) {
    if (!names.isEmpty()) {
      List<String> shown = names.stream().limit(3).map(Shown::word).toList();
      String more = names.size() > shown.size() ? ", …" : "";
      say("%d %s (%s%s)".formatted(names.size(), what, String.join(", ", shown), more));
    }
  }

  private void report(InputFault fault) {
    faults++;
    say(String.valueOf(fault.getMessage()));
  }

  private void say(String message) {
    err.println("stillmark: " + message);
  }
}
