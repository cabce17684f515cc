package dev.stillmark.edge;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code validity}. */
final class ValidityCommand implements CommandLines.Command {

  private static final int MOST_TOKENS = 10_000_000;

  @Override
  public CommandSpec spec() {
    CommandSpec validity = CommandSpec.create().addOption(Options.help());
    validity
        .usageMessage()
        .description(
            "Measures on unmarked texts how often each scheme's test is wrong, and how often it"
                + " finds a mark.");
    validity.addOption(
        Options.several("--scheme", "scheme.json", "A scheme with a tokenizer; may be repeated."));
    validity.addOption(
        Options.several("--texts", "FILE", "JSON lines with an output each; may be repeated."));
    validity.addOption(Options.text("--keys", "N", "Wrong keys for each scheme (default: 400)."));
    validity.addOption(
        Options.text(
            "--lengths",
            "N,N,…",
            "Tokens of a text (default: 200,1000,10000,100000, as far as the texts reach)."));
    validity.addOption(
        Options.text("--looks", "N,N,…", "Looks at the longest text (default: 1,10,100,1000)."));
    validity.addOption(Options.text("--seed", "N", "What the keys are drawn from (default: 1)."));
    validity.addOption(
        Format.option("json (default) for a line a row, or text for Markdown tables."));
    return validity;
  }

  @Override
  public Parsed request(ParseResult parsed) {
    return new ValidityRequest(
        paths(parsed, "scheme"),
        paths(parsed, "texts"),
        Options.count(parsed, "keys", 1, 100_000, 400),
        Options.counts(parsed, "lengths", 10, MOST_TOKENS, 200, 1000, 10_000, 100_000),
        Options.counts(parsed, "looks", 1, 100_000, 1, 10, 100, 1000),
        Options.count(parsed, "seed", 0, Integer.MAX_VALUE, 1),
        Format.of(parsed));
  }

  private static List<Path> paths(ParseResult parsed, String option) {
    return CommandLines.all(parsed, "--" + option).stream()
        .map(file -> Options.path(option, file))
        .toList();
  }
}
