package dev.stillmark.verdicts.examination;

import dev.stillmark.detection.verdict.Adjudicator;
import dev.stillmark.detection.verdict.Decision;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.detection.verdict.Reason;
import dev.stillmark.detection.verdict.TestFamily;
import dev.stillmark.detection.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict about one teacher, and the detectors whose evidence was impossible.
 *
 * <p>With one of those the verdict is inconclusive whatever the others say: in doubt, do not
 * accuse.
 */
public record Adjudged(Verdict verdict, List<FailedControl> failedControls) {

  /** Decides about the teacher whom all of {@code examined} are about. */
  static Adjudged of(List<Examined> examined, TestFamily tests, Policy policy) {
    List<Finding> findings = new ArrayList<>();
    List<FailedControl> failed = new ArrayList<>();
    for (Examined one : examined) {
      if (one.finding() != null) {
        findings.add(one.finding());
      } else {
        failed.add(new FailedControl(one.descriptor().id(), String.valueOf(one.impossibility())));
      }
    }
    Verdict verdict =
        Adjudicator.decide(examined.getFirst().descriptor().teacher(), findings, tests, policy);
    return new Adjudged(failed.isEmpty() ? verdict : withheld(verdict), failed);
  }

  private static Verdict withheld(Verdict verdict) {
    return new Verdict(
        verdict.teacher(),
        new Decision.Inconclusive(Reason.CONTROLS_FAILED),
        verdict.log10Threshold(),
        verdict.tests(),
        verdict.power(),
        verdict.findings());
  }
}
