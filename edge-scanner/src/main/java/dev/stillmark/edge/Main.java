package dev.stillmark.edge;

import dev.stillmark.files.InputFault;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The process: arguments and standard streams in, one exit code out, never a stack trace. */
public final class Main {

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  Main(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    ExitStatus status = new Main(System.in, out, err).run(arguments);
    out.flush();
    System.exit(status.code());
  }

  ExitStatus run(String... arguments) {
    try {
      return switch (CommandLines.parse(arguments)) {
        case Parsed.Help help -> {
          out.print(help.text());
          yield ExitStatus.NOTHING_FOUND;
        }
        case Parsed.Misuse misuse -> refuse(misuse.message());
        case ScanRequest scan -> new Scan(scan, in, out, err).run();
        case ScoreRequest score -> new Score(score, in, out, err).run();
        case PlanRequest plan -> new Plan(plan, out).run();
        case ValidityRequest validity -> new Validity(validity, out, err).run();
        case AttributeRequest attribute -> new Attribute(attribute, out, err).run();
        case ProbeRequest probe -> new ProbeRun(probe, out).run();
      };
    } catch (InputFault e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (OptionFault e) {
      return refuse("--" + e.getMessage());
    } catch (OutOfMemoryError e) {
      err.println("stillmark: the memory is used up; give Java more with -Xmx or scan fewer files");
      return ExitStatus.UNUSABLE_INPUT;
    } catch (RuntimeException | StackOverflowError e) {
      // The edge of the process: its user sees one line, whatever went wrong.
      err.println("stillmark: this is a bug, please report it: " + nameAndPlace(e));
      return ExitStatus.BUG;
    }
  }

  private ExitStatus refuse(String message) {
    err.println("stillmark: " + message);
    return ExitStatus.UNUSABLE_INPUT;
  }

  /** No message: it could quote an output. */
  private static String nameAndPlace(Throwable bug) {
    String place =
        Arrays.stream(bug.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.stillmark."))
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
            .findFirst()
            .orElse("an unknown place");
    return bug.getClass().getSimpleName() + " at " + place;
  }
}
