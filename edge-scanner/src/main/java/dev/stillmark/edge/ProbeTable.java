package dev.stillmark.edge;

import dev.stillmark.detection.probe.ProbeFinding;
import dev.stillmark.detection.probe.ProbeSimulation;
import dev.stillmark.detection.stats.ErrorRate;
import java.io.PrintStream;
import java.util.Locale;

/** The simulation of {@code probe} as a table in Markdown. */
final class ProbeTable {

  private ProbeTable() {}

  static void print(ProbeSimulation simulation, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "| probes | suspect | inherits | accuracy | both wrong | ranked | shared errors, p ≤ %s |"
            + " ceiling, p ≤ %s |%n|---|---|---|---|---|---|---|---|%n",
        ProbeFinding.ALPHA,
        ProbeFinding.ALPHA);
    for (ProbeSimulation.Row row : simulation.rows()) {
      out.printf(
          Locale.ROOT,
          "| %,d | %s | %.2f | %.2f | %.0f | %s | %s | %s |%n",
          row.questions(),
          row.kind().label(),
          row.kind().inheritance(),
          row.accuracy(),
          row.bothWrong(),
          percent(row.ranked()),
          percent(row.sharedErrors()),
          percent(row.ceiling()));
    }
  }

  private static String percent(ErrorRate rate) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * rate.rate());
  }
}
