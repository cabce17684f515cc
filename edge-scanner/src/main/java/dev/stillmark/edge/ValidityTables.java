package dev.stillmark.edge;

import dev.stillmark.detection.stats.ErrorRate;
import dev.stillmark.detection.validity.FalsePositiveTable;
import dev.stillmark.detection.validity.PeekingTable;
import dev.stillmark.detection.validity.PowerTable;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Validity tables in Markdown. */
final class ValidityTables implements ValidityReport {

  private final PrintStream out;

  ValidityTables(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(FalsePositiveTable table) {
    print("%n### %s%n%n%,d wrong keys.%n%n", table.scheme(), table.keys());
    String levels =
        table.rows().getFirst().levels().stream()
            .map(level -> " naive p ≤ %s | ours p ≤ %s |".formatted(level.alpha(), level.alpha()))
            .collect(Collectors.joining());
    print("| tokens | distinct | naive z > 4 |%s%n", levels);
    print("|---|---|---|%s%n", "---|---|".repeat(table.rows().getFirst().levels().size()));
    for (FalsePositiveTable.Row row : table.rows()) {
      String rates =
          row.levels().stream()
              .map(level -> " %s | %s |".formatted(rate(level.naive()), rate(level.exact())))
              .collect(Collectors.joining());
      print(
          "| %,d | %,.0f | %s |%s%n",
          row.tokens(), row.draws().units(), rate(row.positions().alarms()), rates);
    }
    printUnits(table.rows());
  }

  private void printUnits(List<FalsePositiveTable.Row> rows) {
    print("%nz where each distinct window, or each distinct draw, counts once:%n%n");
    print("| tokens | windows | sd of z | z > 4 | draws | sd of z | z > 4 |%n");
    print("|---|---|---|---|---|---|---|%n");
    for (FalsePositiveTable.Row row : rows) {
      print("| %,d |%s%s%n", row.tokens(), cells(row.windows()), cells(row.draws()));
    }
  }

  private static String cells(FalsePositiveTable.ByUnit unit) {
    return String.format(
        Locale.ROOT, " %,.0f | %.2f | %s |", unit.units(), unit.deviation(), rate(unit.alarms()));
  }

  @Override
  public void print(PeekingTable table) {
    print("%nPeeking at %,d tokens, nominal rate %s:%n%n", table.tokens(), table.alpha());
    print("| looks | p for one look, at any look | e-value ≥ 1/α, at any look |%n|---|---|---|%n");
    for (PeekingTable.Row row : table.rows()) {
      print("| %,d | %s | %s |%n", row.looks(), rate(row.tail()), rate(row.evalue()));
    }
  }

  @Override
  public void print(PowerTable table) {
    print(
        "%nPower by the share of marked outputs among %,d, at α = %s:%n%n",
        table.outputs(), table.alpha());
    print("| marked share | distinct | p ≤ α | e-value ≥ 1/α |%n|---|---|---|---|%n");
    for (PowerTable.Row row : table.rows()) {
      print(
          "| %s | %,.0f | %s | %s |%n",
          row.dose(), row.distinctDraws(), rate(row.tail()), rate(row.evalue()));
    }
  }

  /** In percent. */
  private static String rate(ErrorRate rate) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * rate.rate());
  }

  private void print(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
  }
}
