package dev.stillmark.edge;

import dev.stillmark.detection.verdict.Policy;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of {@code attribute}. */
final class AttributeCommand implements CommandLines.Command {

  @Override
  public CommandSpec spec() {
    CommandSpec attribute = CommandSpec.create().addOption(Options.help());
    attribute
        .usageMessage()
        .description(
            "Ranks suspects' answers against a panel of reference models: a JSON line for each"
                + " suspect and teacher. Needs no watermark.");
    addFiles(attribute);
    attribute.addOption(Options.text("--alpha", "X", "The error rate of a claim (default: 0.05)."));
    attribute.addOption(
        Options.flag("--growth", "Also give the figures for 25, 50, 100, … of the prompts."));
    attribute.addOption(
        Options.flag(
            "--evaluate",
            "Instead: how often the labelled models are told apart, each family left out in turn."));
    attribute.addOption(
        Options.flag(
            "--print-panel",
            "Instead: the panel as one JSON object, the body of PUT /v1/panels/{panel}."));
    attribute.addOption(
        Options.text("--panel-version", "NAME", "What to call the panel (default: its date)."));
    attribute.addOption(
        Options.text(
            "--panel-date",
            "YYYY-MM-DD",
            "As of when its labels are known (default: when its newest model was first seen)."));
    attribute.addOption(Format.option("json (default) for lines, or text for a table."));
    return attribute;
  }

  private static void addFiles(CommandSpec attribute) {
    attribute.addOption(
        Options.files(
            "--suspects",
            "FILES",
            "JSON lines with model, prompt_id, prompt and output, plain or gzip: files, patterns"
                + " or folders."));
    attribute.addOption(
        Options.files(
            "--references", "FILES", "The same for the panel; may name the same files again."));
    attribute.addOption(
        Options.required(
            "--labels",
            "labels.csv",
            "What taught the panel's models: model, teacher_group, label, dose, clean_negative."));
    attribute.addOption(
        Options.required(
            "--teachers",
            "teacher_groups.csv",
            "teacher_group, vendor, first_available, reference_models."));
    attribute.addOption(
        Options.files("--lineage", "FILES", "CSV with model, family and first_seen."));
  }

  @Override
  public Parsed request(ParseResult parsed) {
    return new AttributeRequest(
        CommandLines.all(parsed, "--suspects"),
        CommandLines.all(parsed, "--references"),
        path(parsed, "labels"),
        path(parsed, "teachers"),
        CommandLines.all(parsed, "--lineage"),
        alpha(parsed),
        parsed.hasMatchedOption("--growth"),
        parsed.hasMatchedOption("--evaluate"),
        parsed.hasMatchedOption("--print-panel"),
        Options.textOf(parsed, "panel-version"),
        date(Options.textOf(parsed, "panel-date")),
        Format.of(parsed));
  }

  private static Path path(ParseResult parsed, String option) {
    return Options.path(option, Objects.requireNonNull(Options.textOf(parsed, option)));
  }

  private static double alpha(ParseResult parsed) {
    double alpha = Options.number(parsed, "alpha", Policy.DEFAULT.ledgerBAlpha());
    if (alpha > 0 && alpha < 1) {
      return alpha;
    }
    throw new IllegalArgumentException("alpha must be within (0, 1) but is " + alpha);
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "panel-date must be a date such as 2024-12-28 but is " + text, e);
    }
  }
}
