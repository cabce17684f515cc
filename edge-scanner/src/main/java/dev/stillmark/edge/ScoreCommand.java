package dev.stillmark.edge;

import dev.stillmark.edge.ScoreRequest.Mode;
import dev.stillmark.edge.ScoreRequest.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code score}. */
final class ScoreCommand implements CommandLines.Command {

  @Override
  public CommandSpec spec() {
    CommandSpec score = CommandSpec.create().addOption(Options.help());
    score
        .usageMessage()
        .description(
            "Scores token ids as they are: a JSON line per sequence, with what the reference"
                + " implementation prints beside it.");
    score.addOption(Options.required("--scheme", "scheme.json", "The watermark and its key."));
    score.addOption(
        Options.several(
            "--ids",
            "FILE.jsonl[.gz]",
            "Lines with ids (or output_ids), promptIds, and argmax_next for --mode open; - for"
                + " standard input; may be repeated."));
    score.addOption(
        Options.flag("--pool", "End with a line for all sequences together, with its curve."));
    score.addOption(
        Options.text(
            "--mode",
            "closed|open",
            "closed (default): outputs; open: what the suspect expects next while reading."));
    score.addOption(
        Options.text(
            "--training", "FILE", "Suspected training sequences: other contexts are left out."));
    score.addOption(
        Options.text("--keys", "FILE", "A key a line: all are scored over the pooled sequences."));
    score.addOption(
        Options.text(
            "--dedup",
            "hash16|windows",
            "SynthID: what counts once in the pooled figures (default: hash16)."));
    score.addOption(Format.option("json (default) for lines, or text for a table."));
    return score;
  }

  @Override
  public Parsed request(ParseResult parsed) {
    List<String> ids = CommandLines.all(parsed, "--ids");
    if (ids.stream().filter("-"::equals).count() > 1) {
      return new Parsed.Misuse("standard input (-) can be read only once");
    }
    return new ScoreRequest(
        Options.path("scheme", Objects.requireNonNull(Options.textOf(parsed, "scheme"))),
        ids,
        parsed.hasMatchedOption("--pool"),
        mode(Options.textOf(parsed, "mode")),
        pathOrNull(parsed, "training"),
        pathOrNull(parsed, "keys"),
        unit(Options.textOf(parsed, "dedup")),
        Format.of(parsed));
  }

  private static @Nullable Path pathOrNull(ParseResult parsed, String option) {
    String text = Options.textOf(parsed, option);
    return text == null ? null : Options.path(option, text);
  }

  private static Mode mode(@Nullable String text) {
    return switch (text) {
      case null -> Mode.CLOSED;
      case "closed" -> Mode.CLOSED;
      case "open" -> Mode.OPEN;
      default -> throw new IllegalArgumentException("mode must be closed or open but is " + text);
    };
  }

  private static @Nullable Unit unit(@Nullable String text) {
    return switch (text) {
      case null -> null;
      case "hash16" -> Unit.HASH16;
      case "windows" -> Unit.WINDOWS;
      default ->
          throw new IllegalArgumentException("dedup must be hash16 or windows but is " + text);
    };
  }
}
