package dev.stillmark.edge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands, declared without annotations so that no class needs reflection. */
final class CommandLines {

  /** A command: its options, and what they ask for. */
  interface Command {

    CommandSpec spec();

    /** Throws an IllegalArgumentException that begins with an option's name. */
    Parsed request(ParseResult parsed);
  }

  private static final Map<String, Command> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("scan", new ScanCommand());
    COMMANDS.put("score", new ScoreCommand());
    COMMANDS.put("plan", new PlanCommand());
    COMMANDS.put("validity", new ValidityCommand());
    COMMANDS.put("attribute", new AttributeCommand());
    COMMANDS.put("probe", new ProbeCommand());
  }

  private CommandLines() {}

  static Parsed parse(String... arguments) {
    CommandLine stillmark = commandLine();
    String help =
        arguments.length > 0 && COMMANDS.containsKey(arguments[0]) ? arguments[0] + " " : "";
    try {
      ParseResult parsed = stillmark.parseArgs(arguments);
      ParseResult command = parsed.subcommand();
      if (command == null) {
        return parsed.isUsageHelpRequested()
            ? new Parsed.Help(stillmark.getUsageMessage(Ansi.OFF))
            : new Parsed.Misuse(
                "a command must be given: %s (see --help)"
                    .formatted(String.join(", ", COMMANDS.keySet())));
      }
      return command.isUsageHelpRequested()
          ? new Parsed.Help(command.commandSpec().commandLine().getUsageMessage(Ansi.OFF))
          : Objects.requireNonNull(COMMANDS.get(command.commandSpec().name())).request(command);
    } catch (ParameterException e) {
      return new Parsed.Misuse(
          "%s (see %s--help)".formatted(firstLine(String.valueOf(e.getMessage())), help));
    } catch (IllegalArgumentException e) {
      return new Parsed.Misuse("--" + firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("the command line cannot be read");
  }

  private static CommandLine commandLine() {
    CommandSpec stillmark = CommandSpec.create().name("stillmark").addOption(Options.help());
    stillmark
        .usageMessage()
        .description(
            "Decides from a suspect model's outputs whether it was trained on a teacher's.");
    COMMANDS.forEach((name, command) -> stillmark.addSubcommand(name, command.spec()));
    return new CommandLine(stillmark).setExpandAtFiles(false);
  }

  /** The values of an option that may stand several times. */
  static List<String> all(ParseResult parsed, String option) {
    return parsed.matchedOptionValue(option, List.of());
  }
}
