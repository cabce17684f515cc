package dev.stillmark.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

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
    Logger.getLogger("").addHandler(handler);
  }
}
