package dev.stillmark.service;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import org.jboss.logging.Logger;

/** The end of a start that cannot succeed: one line on the log and exit code 2, no stack trace. */
public final class StartRefusal {

  private static final Logger LOG = Logger.getLogger(StartRefusal.class);
  private static final int EXIT_CODE = 2;

  private StartRefusal() {}

  /** To be thrown by the caller; the exception alone would leave the process waiting. */
  public static PreventFurtherStepsException because(String message) {
    LOG.error(message);
    Quarkus.asyncExit(EXIT_CODE);
    return new PreventFurtherStepsException(message, EXIT_CODE);
  }
}
