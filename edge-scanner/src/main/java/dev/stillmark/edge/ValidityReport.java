package dev.stillmark.edge;

import dev.stillmark.detection.validity.FalsePositiveTable;
import dev.stillmark.detection.validity.PeekingTable;
import dev.stillmark.detection.validity.PowerTable;
import java.io.PrintStream;

/** Where validity tables go, for a program or for a person. */
sealed interface ValidityReport permits ValidityJson, ValidityTables {

  static ValidityReport of(Format format, PrintStream out) {
    return switch (format) {
      case JSON -> new ValidityJson(out);
      case TEXT -> new ValidityTables(out);
    };
  }

  void print(FalsePositiveTable table);

  void print(PeekingTable table);

  void print(PowerTable table);
}
