package dev.stillmark.edge;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of commands and the values that stand for them, checked rule by rule. */
final class Options {

  private Options() {}

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
  }

  static OptionSpec required(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .required(true)
        .description(description)
        .build();
  }

  /** An option that must be given and may be given several times. */
  static OptionSpec several(String name, String label, String description) {
    return list(name, label, description).required(true).build();
  }

  /** The same, several values at a time: a shell may have expanded a pattern. */
  static OptionSpec files(String name, String label, String description) {
    return list(name, label, description).required(true).arity("1..*").build();
  }

  /** An option that may be left out, and may be given several times. */
  static OptionSpec optional(String name, String label, String description) {
    return list(name, label, description).build();
  }

  private static OptionSpec.Builder list(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description);
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .type(boolean.class)
        .arity("0")
        .description("Show this help.")
        .build();
  }

  static @Nullable String textOf(ParseResult parsed, String option) {
    return parsed.matchedOptionValue("--" + option, null);
  }

  static Path path(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + " must be a path", e);
    }
  }

  static double number(String option, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " must be a number but is " + text, e);
    }
  }

  static double number(ParseResult parsed, String option, double otherwise) {
    String text = textOf(parsed, option);
    return text == null ? otherwise : number(option, text);
  }

  static int count(String option, String text, int least, int greatest) {
    if (text.matches("[0-9]{1,9}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= greatest) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "%s must be within %d..%d but is %s".formatted(option, least, greatest, text));
  }

  static int count(ParseResult parsed, String option, int least, int greatest, int otherwise) {
    String text = textOf(parsed, option);
    return text == null ? otherwise : count(option, text, least, greatest);
  }

  /** Whole numbers parted by commas. */
  static int[] counts(
      ParseResult parsed, String option, int least, int greatest, int... otherwise) {
    String text = textOf(parsed, option);
    if (text == null) {
      return otherwise;
    }
    List<Integer> counts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      counts.add(count(option, part.strip(), least, greatest));
    }
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }
}
