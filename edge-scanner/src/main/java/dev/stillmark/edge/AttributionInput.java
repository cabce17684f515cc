package dev.stillmark.edge;

import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.attribution.ModelAnswer;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import dev.stillmark.detection.attribution.TeacherGroup;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers;
import dev.stillmark.detection.attribution.measuring.PanelCopies;
import dev.stillmark.files.Answers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that an attribution is made from.
 *
 * @param panel with the teachers of whose references there are answers
 * @param teachers all that there are, in the order of their file
 * @param suspects in the order of their names, panel models among them
 */
record AttributionInput(
    ReferencePanel panel, List<TeacherGroup> teachers, List<Suspect> suspects, Answers answers) {

  PanelCopies findCopies() {
    return PanelCopies.in(panel, CopiedAnswers.among(ofNamed()));
  }

  /** The same with the panel that copies leave. */
  AttributionInput without(PanelCopies copies) {
    return new AttributionInput(copies.remaining(), teachers, suspects, answers);
  }

  Set<String> panelNames() {
    return panel.models().stream().map(PanelModel::name).collect(Collectors.toSet());
  }

  private Set<String> names() {
    return Stream.concat(
            panel.models().stream().map(PanelModel::name), suspects.stream().map(Suspect::name))
        .collect(Collectors.toSet());
  }

  /** The answers of these models. */
  List<ModelAnswer> ofNamed() {
    Set<String> names = names();
    return answers.promptIds().stream()
        .flatMap(prompt -> answers.to(prompt).stream())
        .filter(answer -> names.contains(answer.model()))
        .toList();
  }

  /** 64 hexadecimal digits over the panel and its models' answers: what a figure depends on. */
  String panelDigest() {
    FieldDigest digest = new FieldDigest("reference-panel-answers").add(panel.digest());
    Set<String> names = panelNames();
    for (long prompt : answers.promptIds()) {
      List<ModelAnswer> given =
          answers.to(prompt).stream().filter(answer -> names.contains(answer.model())).toList();
      digest.add(prompt).add(given.size());
      given.forEach(answer -> digest.add(answer.model()).add(answer.output()));
    }
    return digest.hex();
  }
}
