package dev.stillmark.edge;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code probe}. */
final class ProbeCommand implements CommandLines.Command {

  @Override
  public CommandSpec spec() {
    CommandSpec probe = CommandSpec.create().addOption(Options.help());
    probe
        .usageMessage()
        .description(
            "Compares the errors of suspects with a teacher's, on questions with known answers: a"
                + " JSON line per suspect.");
    probe.addOption(
        Options.text("--probes", "FILE.jsonl", "The questions (default: our own set)."));
    probe.addOption(
        Options.optional(
            "--answers", "FILE.jsonl[.gz]", "Lines with model, id and answer; may be repeated."));
    probe.addOption(
        Options.text("--families", "FILE.csv", "Columns model and family: the reference panel."));
    probe.addOption(Options.text("--teacher", "MODEL", "A model of the panel."));
    probe.addOption(
        Options.optional(
            "--suspect", "MODEL", "May be repeated (default: all models without a family)."));
    probe.addOption(Options.flag("--print", "Print the questions as JSON lines and stop."));
    probe.addOption(
        Options.flag("--simulate", "Print error rates and power over simulated models and stop."));
    probe.addOption(
        Options.text(
            "--questions", "N,N,…", "Simulated: numbers of questions (default: 100,300,1000)."));
    probe.addOption(
        Options.text("--panel", "N", "Simulated: families of the panel (default: 40)."));
    probe.addOption(Options.text("--trials", "N", "Simulated: trials a row (default: 400)."));
    probe.addOption(Options.text("--seed", "N", "Simulated: where chance starts (default: 1)."));
    probe.addOption(Format.option("json (default) for lines, or text for a table."));
    return probe;
  }

  @Override
  public Parsed request(ParseResult parsed) {
    if (parsed.hasMatchedOption("--print")) {
      return new ProbeRequest.Print(probes(parsed));
    }
    if (parsed.hasMatchedOption("--simulate")) {
      return new ProbeRequest.Simulate(
          Options.counts(parsed, "questions", 1, 10_000, 100, 300, 1000),
          Options.count(parsed, "panel", 1, 1000, 40),
          Options.count(parsed, "trials", 1, 100_000, 400),
          Options.count(parsed, "seed", 0, Integer.MAX_VALUE, 1),
          Format.of(parsed));
    }
    return comparison(parsed);
  }

  private static Parsed comparison(ParseResult parsed) {
    List<Path> answers =
        CommandLines.all(parsed, "--answers").stream()
            .map(file -> Options.path("answers", file))
            .toList();
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("answers must be given, or --print or --simulate");
    }
    return new ProbeRequest.Compare(
        probes(parsed),
        answers,
        Options.path("families", given(parsed, "families")),
        given(parsed, "teacher"),
        CommandLines.all(parsed, "--suspect"),
        Format.of(parsed));
  }

  private static @Nullable Path probes(ParseResult parsed) {
    String file = Options.textOf(parsed, "probes");
    return file == null ? null : Options.path("probes", file);
  }

  private static String given(ParseResult parsed, String option) {
    String text = Options.textOf(parsed, option);
    if (text == null) {
      throw new IllegalArgumentException(option + " must be given beside --answers");
    }
    return text;
  }
}
