package dev.stillmark.edge;

import dev.stillmark.detection.attribution.ranking.EvaluationTable;
import dev.stillmark.detection.attribution.ranking.GrowthPoint;
import dev.stillmark.detection.attribution.ranking.LevelRates;
import dev.stillmark.detection.attribution.ranking.LikelihoodRatioRates;
import dev.stillmark.detection.attribution.ranking.SameModelRates;
import dev.stillmark.detection.attribution.ranking.ScoreRow;
import dev.stillmark.detection.stats.ErrorRate;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Error rates of attribution in Markdown. */
final class EvaluationTables implements EvaluationReport {

  private static final double CONFIDENCE = 0.95;

  private final PrintStream out;

  EvaluationTables(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(EvaluationTable table) {
    print("%d models of %d families.%n%n", table.models(), table.families());
    heading("score", table.scores().getFirst());
    table.scores().forEach(row -> print("| %s |%s%n", row.score(), cells(row)));
    print("%nRank in the family panel:%n%n");
    print("| level | clean | kin | taught |%n|---|---|---|---|%n");
    for (LevelRates rates : table.familyPanel()) {
      print("| p ≤ %s |%s%n", rates.level(), cells(rates));
    }
    table.scores().forEach(this::printFalseAlarms);
    print(table.sameModel());
    table.likelihoodRatio().ifPresent(this::print);
  }

  @Override
  public void print(List<GrowthPoint> growth) {
    if (growth.isEmpty()) {
      return;
    }
    print("%nBy the number of prompts:%n%n");
    heading("prompts | score", growth.getFirst().fused());
    for (GrowthPoint point : growth) {
      for (ScoreRow row : List.of(point.fused(), point.promptFree())) {
        print("| %d | %s |%s%n", point.prompts(), row.score(), cells(row));
      }
    }
  }

  private void heading(String first, ScoreRow row) {
    String levels =
        row.levels().stream()
            .map(rates ->
                " p ≤ %1$s clean | p ≤ %1$s kin | p ≤ %1$s taught |".formatted(rates.level()))
            .collect(Collectors.joining());
    print("| %s | AUC clean | AUC kin | top-1 | top-3 | vendor |%s%n", first, levels);
    int columns = first.split("\\|", -1).length + 5 + 3 * row.levels().size();
    print("|%s%n", "---|".repeat(columns));
  }

  private static String cells(ScoreRow row) {
    return String.format(
            Locale.ROOT,
            " %.3f | %.3f | %s | %s | %s |",
            row.aucClean(),
            row.aucKin(),
            share(row.top1()),
            share(row.top3()),
            share(row.vendor1()))
        + row.levels().stream().map(EvaluationTables::cells).collect(Collectors.joining());
  }

  private static String cells(LevelRates rates) {
    return " %s | %s | %s |"
        .formatted(share(rates.clean()), share(rates.kin()), share(rates.taught()));
  }

  /** False alarms with their bounds, by whether the model's family holds a teacher. */
  private void printFalseAlarms(ScoreRow row) {
    for (LevelRates rates : row.levels()) {
      print(
          "%n%s, p ≤ %s: false alarms %s; of families with a teacher %s, of others %s%n",
          row.score(),
          rates.level(),
          bounded(rates.clean()),
          bounded(rates.cleanOfTeacherFamilies()),
          bounded(rates.cleanOfOthers()));
    }
  }

  private void print(SameModelRates rates) {
    print(
        "%nSame model: %s of derivatives found, %s of clean pairs called.%n",
        share(rates.derivatives()), share(rates.clean()));
  }

  private void print(LikelihoodRatioRates rates) {
    print(
        "%nLikelihood ratios: Cllr %.3f, at best %.3f, over %d taught and %d clean pairs.%n",
        rates.cost().cost(), rates.cost().least(), rates.taught().size(), rates.clean().size());
  }

  private static String share(Optional<ErrorRate> rate) {
    return rate.map(one -> String.format(Locale.ROOT, "%.3f (%d)", one.rate(), one.trials()))
        .orElse("-");
  }

  private static String bounded(Optional<ErrorRate> rate) {
    return rate.map(one ->
            String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]",
                one.rate(),
                one.lower(CONFIDENCE),
                one.upper(CONFIDENCE)))
        .orElse("-");
  }

  private void print(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
  }
}
