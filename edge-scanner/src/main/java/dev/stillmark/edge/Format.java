package dev.stillmark.edge;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** How results are written: for a program, or for a person. */
enum Format {
  JSON,
  TEXT;

  private static final String NAME = "format";

  static OptionSpec option(String description) {
    return Options.text("--" + NAME, "FORMAT", description);
  }

  static Format of(ParseResult parsed) {
    String text = Options.textOf(parsed, NAME);
    return switch (text) {
      case null -> JSON;
      case "json", "jsonl" -> JSON;
      case "text" -> TEXT;
      default -> throw new IllegalArgumentException(NAME + " must be json or text but is " + text);
    };
  }
}
