package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.testkit.DistillationScenario;
import dev.stillmark.testkit.Scenario;
import dev.stillmark.testkit.Scenario.Expectation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on a distillation that is played here and whose truth is therefore known. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Plays a distillation and investigates it through the whole suite.",
    footer = "Exit code: 0 if every verdict is the expected one, 1 if not, 2 for errors.")
final class DemoCommand implements Callable<Integer> {

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "default 1")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out/demo",
      description = "for reports and the played files (default out/demo)")
  private Path out = Path.of("");

  @Override
  public Integer call() throws InterruptedException {
    Progress progress = Progress.onTerminal();
    progress.say("playing a distillation from seed %d", seed);
    Scenario scenario = DistillationScenario.of(seed);
    progress.say("played after %.1f s: %s", progress.seconds(), scenario);
    Path config = writeFiles(scenario);
    Investigation.Outcome outcome =
        Investigation.prepare(Home.ofLauncher(), config, progress).run(out);
    // The table is what this command is for; everything else it says goes to stderr.
    System.out.print(VerdictTable.of(outcome.verdicts()));
    progress.say("reports and the played files are in %s", out.toAbsolutePath().normalize());
    List<String> surprises = surprises(scenario.expectations(), outcome.verdicts());
    surprises.forEach(surprise -> progress.say("%s", surprise));
    progress.say("done after %.1f s", progress.seconds());
    return surprises.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private Path writeFiles(Scenario scenario) {
    try {
      return ScenarioFiles.write(scenario, out.resolve("scenario"));
    } catch (IOException e) {
      throw Fault.of(e, out);
    }
  }

  static List<String> surprises(List<Expectation> expectations, List<JsonNode> verdicts) {
    List<String> surprises = new ArrayList<>();
    for (Expectation expected : expectations) {
      String wanted =
          expected.reason() == null
              ? expected.decision()
              : expected.decision() + "(" + expected.reason() + ")";
      String got =
          verdicts.stream()
              .filter(verdict -> verdict.path("suspect").asText().equals(expected.suspect()))
              .filter(verdict -> verdict.path("teacher").asText().equals(expected.teacher()))
              .findFirst()
              .map(VerdictTable::decision)
              .orElse("no verdict");
      if (!got.equals(wanted)) {
        surprises.add(
            "%s against %s: expected %s but got %s"
                .formatted(expected.suspect(), expected.teacher(), wanted, got));
      }
    }
    return surprises;
  }
}
