package dev.stillmark.edge;

import dev.stillmark.detection.verdict.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code scan}. */
final class ScanCommand implements CommandLines.Command {

  private static final String INPUT = "-";

  @Override
  public CommandSpec spec() {
    CommandSpec scan = CommandSpec.create().addOption(Options.help());
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
        Options.several(
            "--teacher",
            "teacher.yaml",
            "A teacher with its keys, canaries and phrases; may be repeated."));
    scan.addOption(
        Options.text("--suspect", "NAME", "Whose outputs they are; kept in the evidence file."));
    scan.addOption(
        Options.text(
            "--evidence", "FILE", "Merge into this evidence file and judge what it then holds."));
    scan.addOption(
        Options.text("--alpha", "X", "The error rate of an accusation (default: 1e-6)."));
    scan.addOption(
        Options.text("--effect", "X", "The green share under Hp for which power is stated."));
    scan.addOption(Format.option("json (default) for lines, or text for tables."));
    scan.addOption(
        Options.flag("--text-only", "Tokenise texts anew although token ids stand beside them."));
    return scan;
  }

  @Override
  public Parsed request(ParseResult scan) {
    List<String> inputs = scan.matchedPositionalValue(0, List.of(INPUT));
    if (inputs.stream().filter(INPUT::equals).count() > 1) {
      return new Parsed.Misuse("standard input (-) can be read only once");
    }
    List<String> teachers = scan.matchedOptionValue("--teacher", List.of());
    String evidence = scan.matchedOptionValue("--evidence", null);
    String suspect = scan.matchedOptionValue("--suspect", "suspect");
    if (suspect.isBlank()) {
      return new Parsed.Misuse("--suspect must not be blank");
    }
    return new ScanRequest(
        inputs,
        teachers.stream().map(file -> Options.path("teacher", file)).toList(),
        suspect,
        scan.hasMatchedOption("--text-only"),
        evidence == null ? null : Options.path("evidence", evidence),
        policy(
            share("alpha", scan.matchedOptionValue("--alpha", null)),
            share("effect", scan.matchedOptionValue("--effect", null))),
        Format.of(scan));
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
}
