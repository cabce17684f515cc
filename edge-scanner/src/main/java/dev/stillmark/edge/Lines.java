package dev.stillmark.edge;

import java.io.PrintStream;

/** Where the JSON lines of a command go, for a program or for a person. */
sealed interface Lines permits JsonLines, TextTable {

  static Lines of(Format format, PrintStream out) {
    return switch (format) {
      case JSON -> new JsonLines(out);
      case TEXT -> new TextTable(out);
    };
  }

  /** Takes one JSON object. */
  void print(String line);

  /** What has been held back is written. */
  void end();
}
