package dev.stillmark.edge;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.detection.attribution.measuring.MeasuredAnswers;
import dev.stillmark.detection.attribution.measuring.PanelCopies;
import dev.stillmark.detection.attribution.measuring.PanelMeasuring;
import dev.stillmark.detection.attribution.measuring.PhraseUse;
import dev.stillmark.detection.attribution.measuring.PhraseUses;
import dev.stillmark.detection.attribution.ranking.Attributor;
import dev.stillmark.detection.attribution.ranking.Evaluation;
import dev.stillmark.detection.attribution.ranking.EvaluationTable;
import dev.stillmark.detection.attribution.ranking.GrowthPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;

/** Attributes each suspect on the prompts that it answered. */
final class PanelAnalysis {

  private static final String NO_ANSWERS_OF_TEACHER = "no-answers-of-teacher";

  private static final int PHRASES = 5;

  private final AttributionInput input;
  private final PanelCopies copies;
  private final Attributor attributor;
  private final PromptSets sets;
  private final MeasuredAnswers measured;

  /**
   * @param copies found in the panel as it was given, before they left that of {@code input}
   */
  PanelAnalysis(AttributionInput input, PanelCopies copies, double alpha) {
    this.input = input;
    this.copies = copies;
    this.attributor = new Attributor(input.panel(), alpha);
    this.sets = PromptSets.of(input);
    this.measured = PanelMeasuring.measure(input.panel(), input.suspects(), input.ofNamed());
  }

  /** How well the panel's models are told apart, on the prompts that most of them answered. */
  EvaluationTable evaluate() {
    return Evaluation.of(input.panel(), measured.on(sets.common()));
  }

  /** The same with ever more of these prompts. */
  List<GrowthPoint> evaluateGrowth() {
    List<Measurements> parts = PromptSets.growth(sets.common()).stream().map(measured::on).toList();
    return Evaluation.growth(input.panel(), parts);
  }

  /** In the order of the suspects' names. */
  List<AttributedSuspect> attribute(boolean hasGrowth) {
    List<AttributedSuspect> attributed = new ArrayList<>();
    sets.suspects()
        .forEach((prompts, suspects) -> attributed.addAll(attribute(prompts, suspects, hasGrowth)));
    attributed.sort(Comparator.comparing(AttributedSuspect::name));
    return attributed;
  }

  private List<AttributedSuspect> attribute(
      SortedSet<Long> prompts, List<Suspect> suspects, boolean hasGrowth) {
    Map<String, List<AttributedSuspect.Step>> growth = new LinkedHashMap<>();
    suspects.forEach(suspect -> growth.put(suspect.name(), new ArrayList<>()));
    List<SortedSet<Long>> parts = hasGrowth ? PromptSets.growth(prompts) : List.of();
    for (SortedSet<Long> part : parts) {
      Map<String, List<Attribution>> found = bySuspect(part, suspects);
      growth.forEach((name, steps) ->
          steps.add(new AttributedSuspect.Step(part.size(), found.getOrDefault(name, List.of()))));
    }
    Map<String, List<Attribution>> found = bySuspect(prompts, suspects);
    PhraseUses phrases = measured.phraseUses(prompts);
    return suspects.stream()
        .map(suspect -> {
          String name = suspect.name();
          List<Attribution> attributions = found.getOrDefault(name, List.of());
          return new AttributedSuspect(
              name,
              prompts.size(),
              measured.vendorsNamedBy(name, prompts),
              copies.of(suspect),
              phrases(phrases, attributions),
              attributions,
              growth.getOrDefault(name, List.of()));
        })
        .toList();
  }

  /** Of the teachers that the suspect resembles at all: those of the others explain nothing. */
  private static Map<String, List<PhraseUse>> phrases(
      PhraseUses uses, List<Attribution> attributions) {
    Map<String, List<PhraseUse>> byTeacher = new LinkedHashMap<>();
    for (Attribution one : attributions) {
      if (one.fusedZ().orElse(0) > 0) {
        byTeacher.put(one.teacher(), uses.strongest(one.suspect(), one.teacher(), PHRASES));
      }
    }
    return byTeacher;
  }

  private Map<String, List<Attribution>> bySuspect(
      SortedSet<Long> prompts, List<Suspect> suspects) {
    Map<String, Map<String, Attribution>> found = new LinkedHashMap<>();
    for (Attribution one : attributor.attribute(measured.on(prompts), suspects)) {
      found.computeIfAbsent(one.suspect(), _ -> new LinkedHashMap<>()).put(one.teacher(), one);
    }
    Map<String, List<Attribution>> bySuspect = new LinkedHashMap<>();
    found.forEach((name, byTeacher) -> bySuspect.put(name, ofAllTeachers(name, byTeacher)));
    return bySuspect;
  }

  /** In the order of the teachers' file; also those whom the panel does not know. */
  private List<Attribution> ofAllTeachers(String suspect, Map<String, Attribution> byTeacher) {
    return input.teachers().stream()
        .map(TeacherGroup::name)
        .map(teacher -> byTeacher.getOrDefault(teacher, unheard(suspect, teacher)))
        .toList();
  }

  private static Attribution unheard(String suspect, String teacher) {
    return new Attribution(
        suspect,
        teacher,
        Map.of(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0,
        0,
        1,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        List.of(),
        Claim.INSUFFICIENT_PANEL,
        Optional.of(NO_ANSWERS_OF_TEACHER));
  }
}
