package dev.stillmark.edge;

import dev.stillmark.detection.probe.AnswerBook;
import dev.stillmark.detection.probe.ProbeFinding;
import dev.stillmark.detection.probe.ProbeSet;
import dev.stillmark.detection.probe.ProbeSimulation;
import dev.stillmark.detection.probe.Respondent;
import dev.stillmark.files.FamilyFile;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.ProbeAnswer;
import dev.stillmark.files.ProbeAnswerFile;
import dev.stillmark.files.ProbeFile;
import dev.stillmark.files.ProbeLine;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Prints a probe set, what it can do, or what it says of suspects. */
final class ProbeRun {

  private final ProbeRequest request;
  private final PrintStream out;

  ProbeRun(ProbeRequest request, PrintStream out) {
    this.request = request;
    this.out = out;
  }

  ExitStatus run() {
    switch (request) {
      case ProbeRequest.Print print ->
          probes(print.probes()).probes().forEach(probe -> out.println(ProbeLine.of(probe)));
      case ProbeRequest.Simulate simulate -> simulate(simulate);
      case ProbeRequest.Compare compare -> compare(compare);
    }
    return ExitStatus.NOTHING_FOUND;
  }

  private static ProbeSet probes(@Nullable Path file) {
    return file == null ? ProbeFile.own() : ProbeFile.load(file);
  }

  private void simulate(ProbeRequest.Simulate simulate) {
    ProbeSimulation simulation =
        ProbeSimulation.run(
            simulate.questions(),
            simulate.families(),
            simulate.trials(),
            new SplittableRandom(simulate.seed()));
    switch (simulate.format()) {
      case JSON -> ProbeJson.lines(simulation).forEach(out::println);
      case TEXT -> ProbeTable.print(simulation, out);
    }
  }

  private void compare(ProbeRequest.Compare compare) {
    ProbeSet probes = probes(compare.probes());
    Map<String, String> families = FamilyFile.load(compare.families());
    AnswerBook answers = new AnswerBook(probes);
    compare.answers().forEach(file -> read(file, answers));
    Respondent teacher = teacher(compare, families, answers);
    List<Respondent> references =
        families.entrySet().stream()
            .filter(model -> answers.models().contains(model.getKey()))
            .map(model -> answers.respondent(model.getKey(), model.getValue()))
            .toList();
    Lines lines = Lines.of(compare.format(), out);
    String digest = probes.digest();
    for (String name : suspects(compare, families, answers)) {
      Respondent suspect = answers.respondent(name, families.getOrDefault(name, ownFamily(name)));
      requireOtherFamily(suspect, teacher);
      ProbeFinding finding = ProbeFinding.of(teacher, suspect, references);
      lines.print(ProbeJson.line(finding, answers.conflicts(name), digest));
    }
    lines.end();
  }

  private static void read(Path file, AnswerBook answers) {
    ProbeAnswerFile.read(
        file,
        answer -> {
          if (!answers.add(answer.model(), answer.id(), answer.answer())) {
            throw unknown(file, answer);
          }
        });
  }

  private static InputFault unknown(Path file, ProbeAnswer answer) {
    return new InputFault(
        file,
        answer.line(),
        "id",
        "must be that of a question but is '%s'".formatted(Shown.word(answer.id())));
  }

  private static Respondent teacher(
      ProbeRequest.Compare compare, Map<String, String> families, AnswerBook answers) {
    String family = families.get(compare.teacher());
    if (family == null || !answers.models().contains(compare.teacher())) {
      throw new OptionFault("teacher must be a model with a family and with answers");
    }
    return answers.respondent(compare.teacher(), family);
  }

  private static List<String> suspects(
      ProbeRequest.Compare compare, Map<String, String> families, AnswerBook answers) {
    List<String> suspects =
        compare.suspects().isEmpty()
            ? answers.models().stream().filter(model -> !families.containsKey(model)).toList()
            : compare.suspects().stream().distinct().toList();
    if (suspects.isEmpty() || !answers.models().containsAll(suspects)) {
      throw new OptionFault("suspect must be a model with answers");
    }
    return suspects;
  }

  private static void requireOtherFamily(Respondent suspect, Respondent teacher) {
    if (suspect.family().equals(teacher.family())) {
      throw new OptionFault("suspect must not be of the teacher's family");
    }
  }

  /** No family of a file has this name: its names are stripped. */
  private static String ownFamily(String model) {
    return " " + model;
  }
}
