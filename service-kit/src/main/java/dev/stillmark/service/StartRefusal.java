package dev.stillmark.service;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** The end of a start that cannot succeed: one line on the log and exit code 2, no stack trace. */
public final class StartRefusal {

  private static final Logger LOG = Logger.getLogger(StartRefusal.class);
  private static final int EXIT_CODE = 2;

  /** It would show the stack trace of a shutdown that has nothing to shut down. */
  private static final java.util.logging.Logger SHUTDOWN =
      java.util.logging.Logger.getLogger("io.quarkus.runtime.shutdown.ShutdownRecorder");

  private StartRefusal() {}

  /** To be thrown by the caller; the exception alone would leave the process waiting. */
  public static PreventFurtherStepsException because(String message) {
    LOG.error(message);
    SHUTDOWN.setLevel(Level.OFF);
    Quarkus.asyncExit(EXIT_CODE);
    return new PreventFurtherStepsException(message, EXIT_CODE);
  }
}
