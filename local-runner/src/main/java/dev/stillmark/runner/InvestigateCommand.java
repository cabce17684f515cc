package dev.stillmark.runner;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on the user's own files. */
@Command(
    name = "investigate",
    mixinStandardHelpOptions = true,
    description = "Runs a case's files through the suite: one JSON line per verdict, and reports.",
    footer = {
      "",
      "A case.yaml, with paths relative to it (more in docs/examples):",
      "  case: who-copied",
      "  teachers: [teacher.yaml]",
      "  suspects:",
      "    - {name: some-model, outputs: suspect.jsonl}",
      "  references:",
      "    - {name: old-model, family: old-family, outputs: reference.jsonl}",
      "",
      "Exit code: 0 done, 1 support found, 2 usage or input error."
    })
final class InvestigateCommand implements Callable<Integer> {

  /** How verdicts are printed. */
  enum Format {
    JSON,
    TEXT
  }

  @Option(names = "--config", required = true, paramLabel = "case.yaml", description = "the case")
  private Path config = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", description = "for reports (default out/<case>)")
  private @Nullable Path out;

  @Option(names = "--format", defaultValue = "json", description = "json or text")
  private Format format = Format.JSON;

  @Override
  public Integer call() throws InterruptedException {
    Progress progress = Progress.onTerminal();
    Investigation investigation = Investigation.prepare(Home.ofLauncher(), config, progress);
    Path target =
        out == null ? Path.of("out", SafeName.of(investigation.definition().name())) : out;
    Investigation.Outcome outcome = investigation.run(target);
    switch (format) {
      case JSON -> outcome.verdicts().forEach(System.out::println);
      case TEXT -> System.out.print(VerdictTable.of(outcome.verdicts()));
    }
    outcome.reports().forEach(report -> progress.say("report: %s", report));
    return outcome.foundSupport() ? ExitCode.FOUND : ExitCode.DONE;
  }
}
