package dev.stillmark.edge;

import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.verdict.Decision;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.Verdict;
import java.io.PrintStream;
import java.util.Locale;

/** Tables for a person. */
final class TextReport implements ScanReport {

  private static final String ROW = "%-28s %-12s %-24s %10s %10s%n";

  private final PrintStream out;
  private boolean hasHeading;

  TextReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void output(SeenInOutput seen) {
    if (!hasHeading) {
      hasHeading = true;
      row("output (not pooled)", "teacher", "detector", "scored", "statistic");
    }
    Integer line = seen.scanned().line();
    String place = seen.scanned().file() + (line == null ? "" : ":" + line);
    for (Signal signal : seen.signals()) {
      FiguresOfOutput figures = SeenInOutput.figures(signal);
      row(
          Shown.word(place),
          Shown.word(signal.descriptor().teacher().name()),
          Shown.word(signal.descriptor().id()),
          Long.toString(figures.scored()),
          String.format(Locale.ROOT, "%.4g", figures.statistic()));
    }
  }

  @Override
  public void summary(ScanSummary summary) {
    print(
        "%n%d records, %d read, %d rejected%n",
        summary.records(), summary.read(), summary.rejected());
    for (Verdict verdict : summary.verdicts()) {
      verdict(verdict);
    }
    out.flush();
  }

  private void verdict(Verdict verdict) {
    String reason =
        verdict.decision() instanceof Decision.Inconclusive inconclusive
            ? "(" + inconclusive.reason().code() + ")"
            : "";
    print("%n%s: %s%s%n", Shown.word(verdict.teacher().name()), verdict.decision().code(), reason);
    print("  %s%n", verdict.explanation());
    for (Finding finding : verdict.findings()) {
      print("  %s: %s%n", Shown.word(finding.descriptor().id()), figures(finding));
    }
  }

  private static String figures(Finding finding) {
    return switch (finding) {
      case Finding.Watermark mark ->
          String.format(
              Locale.ROOT,
              "%d distinct items, statistic %.4g (%.4g expected if Hd), log10 p %.3f, log10 E %.3f, %s",
              mark.scored(),
              mark.statistic(),
              mark.scored() * mark.descriptor().law().mean(),
              mark.log10P(),
              mark.log10E(),
              rank(mark));
      case Finding.Canaries canaries ->
          String.format(
              Locale.ROOT,
              "%d hits in %d asks of %d canaries, log10 E %.3f",
              canaries.hits(),
              canaries.asks(),
              canaries.asked(),
              canaries.log10E());
      case Finding.Phrases phrases ->
          String.format(
              Locale.ROOT,
              "%d matches in %d words, %.3f per 1,000",
              phrases.matches(),
              phrases.words(),
              phrases.statistic());
    };
  }

  private static String rank(Finding.Watermark mark) {
    return mark.decoyRank() == null
        ? "no decoys"
        : "rank %d of %d".formatted(mark.decoyRank().rank(), mark.decoyRank().decoys() + 1);
  }

  private void row(Object... cells) {
    print(ROW, cells);
  }

  private void print(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
  }
}
