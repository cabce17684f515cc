package dev.stillmark.runner;

import dev.stillmark.files.InputFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the launcher that need the whole suite. */
@Command(
    name = "stillmark",
    mixinStandardHelpOptions = true,
    description = "Decides from a suspect model's outputs whether it was trained on a teacher's.",
    subcommands = {DemoCommand.class, UpCommand.class, InvestigateCommand.class})
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    ServerLog.silence();
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, _, _) -> explain(failure))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  /** The edge of the process: whatever went wrong becomes one sentence. */
  private static int explain(Exception failure) {
    if (!isShuttingDown()) {
      System.err.println("stillmark: " + sentence(failure));
    }
    return ExitCode.INPUT;
  }

  private static String sentence(Exception failure) {
    return switch (failure) {
      case Fault fault -> String.valueOf(fault.getMessage());
      case InputFault fault -> String.valueOf(fault.getMessage());
      case UncheckedIOException files -> String.valueOf(files.getMessage());
      case IOException files -> String.valueOf(files.getMessage());
      case InterruptedException _ -> "interrupted";
      default ->
          "this is a bug: %s at %s".formatted(failure.getClass().getName(), placeOf(failure));
    };
  }

  private static String placeOf(Exception failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  /** After Ctrl-C, what fails because everything is being closed is no news. */
  private static boolean isShuttingDown() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
