package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stillmark.detection.verdict.Decision;
import dev.stillmark.detection.verdict.Verdict;
import dev.stillmark.verdicts.examination.Adjudged;
import dev.stillmark.verdicts.examination.FailedControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict as JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerdictView(
    String suspect,
    String teacher,
    String verdict,
    @Nullable String reason,
    String explanation,
    double log10Threshold,
    int testsTried,
    double power,
    List<FailedControl> failedControls,
    List<FindingView> findings) {

  static VerdictView of(String suspect, Adjudged adjudged) {
    Verdict verdict = adjudged.verdict();
    return new VerdictView(
        suspect,
        verdict.teacher().name(),
        verdict.decision().code(),
        verdict.decision() instanceof Decision.Inconclusive open ? open.reason().code() : null,
        verdict.explanation(),
        verdict.log10Threshold(),
        verdict.testsTried(),
        verdict.power(),
        adjudged.failedControls(),
        verdict.findings().stream()
            .map(finding -> FindingView.of(finding, verdict.tests().adjusted(finding)))
            .toList());
  }
}
