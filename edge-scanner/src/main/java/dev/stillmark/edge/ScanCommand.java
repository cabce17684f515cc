package dev.stillmark.edge;

import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.edge.ScanRequest.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line, declared without annotations so that no class needs reflection. */
final class ScanCommand {

  /** What a command line asks for. */
  sealed interface Parsed permits Help, Misuse, ScanRequest {}

  record Help(String text) implements Parsed {}

  /** A command line that breaks a rule; the message is one sentence. */
  record Misuse(String message) implements Parsed {}

  private static final String INPUT = "-";

  private ScanCommand() {}

  static Parsed parse(String... arguments) {
    CommandLine stillmark = commandLine();
    try {
      ParseResult parsed = stillmark.parseArgs(arguments);
      ParseResult scan = parsed.subcommand();
      if (scan == null) {
        return parsed.isUsageHelpRequested()
            ? new Help(stillmark.getUsageMessage(Ansi.OFF))
            : new Misuse("a command must be given: scan (see --help)");
      }
      return scan.isUsageHelpRequested()
          ? new Help(scan.commandSpec().commandLine().getUsageMessage(Ansi.OFF))
          : request(scan);
    } catch (ParameterException e) {
      return new Misuse(firstLine(String.valueOf(e.getMessage())) + " (see scan --help)");
    } catch (IllegalArgumentException e) {
      return new Misuse("--" + firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static Parsed request(ParseResult scan) {
    List<String> inputs = scan.matchedPositionalValue(0, List.of(INPUT));
    if (inputs.stream().filter(INPUT::equals).count() > 1) {
      return new Misuse("standard input (-) can be read only once");
    }
    List<String> teachers = scan.matchedOptionValue("--teacher", List.of());
    String evidence = scan.matchedOptionValue("--evidence", null);
    String suspect = scan.matchedOptionValue("--suspect", "suspect");
    if (suspect.isBlank()) {
      return new Misuse("--suspect must not be blank");
    }
    return new ScanRequest(
        inputs,
        teachers.stream().map(file -> path("teacher", file)).toList(),
        suspect,
        scan.hasMatchedOption("--text-only"),
        evidence == null ? null : path("evidence", evidence),
        policy(
            share("alpha", scan.matchedOptionValue("--alpha", null)),
            share("effect", scan.matchedOptionValue("--effect", null))),
        format(scan.matchedOptionValue("--format", "jsonl")));
  }

  private static Policy policy(@Nullable Double alpha, @Nullable Double effect) {
    Policy standard = Policy.DEFAULT;
    return new Policy(
        alpha == null ? standard.alpha() : alpha,
        effect == null ? standard.effect() : effect,
        standard.power(),
        standard.ledgerBAlpha());
  }

  private static @Nullable Double share(String option, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " must be a number within (0, 1)", e);
    }
  }

  private static Format format(String text) {
    return switch (text) {
      case "jsonl" -> Format.JSONL;
      case "text" -> Format.TEXT;
      default -> throw new IllegalArgumentException("format must be jsonl or text but is " + text);
    };
  }

  private static Path path(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + " must be a path", e);
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("the command line cannot be read");
  }

  private static CommandLine commandLine() {
    CommandSpec stillmark = CommandSpec.create().name("stillmark").addOption(help());
    stillmark
        .usageMessage()
        .description(
            "Decides from a suspect model's outputs whether it was trained on a teacher's.");
    stillmark.addSubcommand("scan", scan());
    return new CommandLine(stillmark).setExpandAtFiles(false);
  }

  private static CommandSpec scan() {
    CommandSpec scan = CommandSpec.create().addOption(help());
    scan.usageMessage()
        .description(
            "Scans texts or JSON lines offline. Exit 0: nothing found, 1: found, 2: unusable input.");
    scan.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Outputs: .jsonl or .ndjson (also .gz) by lines, any other file as one text;"
                    + " - for standard input, which is also the default.")
            .build());
    scan.addOption(
        OptionSpec.builder("--teacher")
            .paramLabel("teacher.yaml")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("A teacher with its keys, canaries and phrases; may be repeated.")
            .build());
    scan.addOption(text("--suspect", "NAME", "Whose outputs they are; kept in the evidence file."));
    scan.addOption(
        text("--evidence", "FILE", "Merge into this evidence file and judge what it then holds."));
    scan.addOption(text("--alpha", "X", "The error rate of an accusation (default: 1e-6)."));
    scan.addOption(text("--effect", "X", "The green share under Hp for which power is stated."));
    scan.addOption(text("--format", "FORMAT", "jsonl (default) or text."));
    scan.addOption(
        OptionSpec.builder("--text-only")
            .type(boolean.class)
            .arity("0")
            .description("Tokenise texts anew although token ids stand beside them.")
            .build());
    return scan;
  }

  private static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .arity("0")
        .description("Show this help.")
        .build();
  }
}
