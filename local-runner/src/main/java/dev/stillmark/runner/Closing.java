package dev.stillmark.runner;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be closed, last opened first, exactly once.
 *
 * <p>Ctrl-C may come while something is being opened: closing waits for that and then closes it
 * too, and nothing is opened afterwards.
 */
final class Closing implements AutoCloseable {

  /** Starts what will have to be closed. */
  interface Opening<T extends AutoCloseable, E extends Exception> {
    T open() throws E;
  }

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  synchronized <T extends AutoCloseable, E extends Exception> T open(Opening<T, E> opening)
      throws E {
    if (closed) {
      throw new Fault("stopped while starting");
    }
    T resource = opening.open();
    open.push(resource);
    return resource;
  }

  /** Closes {@code resource} after all others. */
  synchronized void last(AutoCloseable resource) {
    open.addLast(resource);
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!open.isEmpty()) {
      closeQuietly(open.pop());
    }
  }

  /** One failure to close must not keep the others open. */
  private static void closeQuietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // AutoCloseable declares no narrower one. The process is ending: its user reads stderr.
      System.err.println(
          "stillmark: %s did not close: %s"
              .formatted(resource.getClass().getSimpleName(), e.getMessage()));
    }
  }
}
