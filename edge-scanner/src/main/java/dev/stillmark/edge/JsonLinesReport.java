package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.verdict.Decision;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.Verdict;
import java.io.IOException;
import java.io.PrintStream;

/** One JSON line per output, then one with the summary. */
final class JsonLinesReport implements ScanReport {

  private final PrintStream out;

  JsonLinesReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void output(SeenInOutput seen) {
    print(Json.line(json -> output(json, seen)));
  }

  @Override
  public void summary(ScanSummary summary) {
    print(Json.line(json -> summary(json, summary)));
    out.flush();
  }

  /** The same bytes on every system. */
  private void print(String line) {
    out.print(line + "\n");
  }

  private static void output(JsonGenerator json, SeenInOutput seen) throws IOException {
    json.writeStringField("file", seen.scanned().file());
    Integer line = seen.scanned().line();
    if (line != null) {
      json.writeNumberField("line", line);
    }
    json.writeStringField("outputId", seen.scanned().output().id().hex());
    json.writeBooleanField("pooled", false);
    json.writeArrayFieldStart("detectors");
    for (Signal signal : seen.signals()) {
      figures(json, signal);
    }
    json.writeEndArray();
  }

  private static void figures(JsonGenerator json, Signal signal) throws IOException {
    Descriptor descriptor = signal.descriptor();
    FiguresOfOutput figures = SeenInOutput.figures(signal);
    json.writeStartObject();
    json.writeStringField("detector", descriptor.id());
    json.writeStringField("teacher", descriptor.teacher().name());
    json.writeStringField("kind", FindingJson.kind(descriptor));
    json.writeNumberField("tokens", figures.tokens());
    json.writeNumberField("scored", figures.scored());
    statistic(json, figures.statistic());
    Double log10P = figures.log10P();
    if (log10P != null) {
      json.writeNumberField("log10P", log10P);
    }
    json.writeEndObject();
  }

  private static void statistic(JsonGenerator json, double statistic) throws IOException {
    if (statistic == Math.rint(statistic)) {
      json.writeNumberField("statistic", (long) statistic);
    } else {
      json.writeNumberField("statistic", statistic);
    }
  }

  private static void summary(JsonGenerator json, ScanSummary summary) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("records", summary.records());
    json.writeNumberField("read", summary.read());
    json.writeNumberField("rejected", summary.rejected());
    json.writeArrayFieldStart("teachers");
    for (Verdict verdict : summary.verdicts()) {
      verdict(json, verdict);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
    json.writeStartObject();
    json.writeStringField("teacher", verdict.teacher().name());
    json.writeStringField("verdict", verdict.decision().code());
    if (verdict.decision() instanceof Decision.Inconclusive inconclusive) {
      json.writeStringField("reason", inconclusive.reason().code());
    }
    json.writeStringField("explanation", verdict.explanation());
    json.writeNumberField("log10Threshold", verdict.log10Threshold());
    json.writeNumberField("testsTried", verdict.testsTried());
    json.writeNumberField("power", verdict.power());
    json.writeArrayFieldStart("findings");
    for (Finding finding : verdict.findings()) {
      FindingJson.write(json, finding, verdict.tests().adjusted(finding));
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
