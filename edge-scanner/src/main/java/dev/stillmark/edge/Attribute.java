package dev.stillmark.edge;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.measuring.PanelCopies;
import java.io.PrintStream;
import java.util.List;

/** Says which teachers' answers each suspect's resemble, as a panel of reference models tells. */
final class Attribute {

  private final AttributeRequest request;
  private final PrintStream out;
  private final PrintStream err;

  Attribute(AttributeRequest request, PrintStream out, PrintStream err) {
    this.request = request;
    this.out = out;
    this.err = err;
  }

  ExitStatus run() {
    AttributionInput given = new AttributionReader(request, err).read();
    PanelCopies copies = given.findCopies();
    CopyWarnings.of(copies).forEach(warning -> err.println("stillmark: " + warning));
    AttributionInput input = given.without(copies);
    String digest = input.panelDigest();
    describe(input, digest);
    if (request.isPanel()) {
      out.println(PanelJson.line(input.panel()));
      return ExitStatus.NOTHING_FOUND;
    }
    PanelAnalysis analysis = new PanelAnalysis(input, copies, request.alpha());
    if (request.isEvaluation()) {
      evaluate(analysis);
    } else {
      attribute(analysis, new AttributionJson(digest));
    }
    return ExitStatus.NOTHING_FOUND;
  }

  private void attribute(PanelAnalysis analysis, AttributionJson json) {
    Lines lines = Lines.of(request.format(), out);
    for (AttributedSuspect suspect : analysis.attribute(request.hasGrowth())) {
      linesOf(json, suspect).forEach(lines::print);
    }
    lines.end();
  }

  private void evaluate(PanelAnalysis analysis) {
    EvaluationReport report = EvaluationReport.of(request.format(), out);
    report.print(analysis.evaluate());
    if (request.hasGrowth()) {
      report.print(analysis.evaluateGrowth());
    }
  }

  private List<String> linesOf(AttributionJson json, AttributedSuspect suspect) {
    return switch (request.format()) {
      case JSON -> json.lines(suspect);
      case TEXT -> AttributionJson.rows(suspect);
    };
  }

  private void describe(AttributionInput input, String digest) {
    ReferencePanel panel = input.panel();
    long families = panel.models().stream().map(PanelModel::family).distinct().count();
    err.println(
        "stillmark: panel %s of %s: %d models of %d families, %d teachers, SHA-256 %s"
            .formatted(
                Shown.word(panel.version()),
                panel.date(),
                panel.models().size(),
                families,
                panel.teachers().size(),
                digest));
    err.println(
        "stillmark: %d suspects; %d answers to %d prompts, %d of them twice"
            .formatted(
                input.suspects().size(),
                input.answers().size(),
                input.answers().promptIds().size(),
                input.answers().repeats()));
  }
}
