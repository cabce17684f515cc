package dev.stillmark.runner;

import java.io.PrintStream;
import java.util.Locale;

/** Tells people on stderr how far a command is; one line rewrites itself on a terminal. */
final class Progress {

  private static final long NANOS_BETWEEN_COUNTS = 2_000_000_000L;

  private final PrintStream out;
  private final boolean rewrites;
  private final long start = System.nanoTime();
  private long lastCount = start;
  private boolean lineIsOpen;

  Progress(PrintStream out, boolean rewrites) {
    this.out = out;
    this.rewrites = rewrites;
  }

  /** The launcher knows whether stderr is a terminal; Java cannot tell. */
  static Progress onTerminal() {
    return new Progress(System.err, Boolean.getBoolean("stillmark.terminal"));
  }

  synchronized void say(String message, Object... values) {
    if (lineIsOpen) {
      out.println();
      lineIsOpen = false;
    }
    out.println("stillmark: " + String.format(Locale.ROOT, message, values));
  }

  /** A count that changes often: rewritten on a terminal, now and then in a log. */
  synchronized void count(String message, Object... values) {
    String line = String.format(Locale.ROOT, message, values);
    if (rewrites) {
      out.print("\r\033[Kstillmark: " + line);
      out.flush();
      lineIsOpen = true;
    } else if (System.nanoTime() - lastCount > NANOS_BETWEEN_COUNTS) {
      lastCount = System.nanoTime();
      out.println("stillmark: " + line);
    }
  }

  /** Since this was made. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
