package dev.stillmark.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Where the servers inside this process log: warnings to a file, nothing to the terminal. */
final class ServerLog {

  private ServerLog() {}

  static void silence() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  static void writeTo(Path file) throws IOException {
    silence();
    FileHandler handler = new FileHandler(file.toString().replace("%", "%%"), true);
    handler.setFormatter(new SimpleFormatter());
    handler.setErrorManager(new Unheard());
    Logger.getLogger("").addHandler(handler);
  }

  /** A log that cannot be written, on a full disk, must not print stack traces for its user. */
  private static final class Unheard extends ErrorManager {
    @Override
    public void error(@Nullable String message, @Nullable Exception failure, int code) {}
  }
}
