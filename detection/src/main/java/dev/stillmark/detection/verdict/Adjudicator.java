package dev.stillmark.detection.verdict;

import dev.stillmark.detection.evidence.Teacher;
import java.util.List;
import java.util.Optional;

/**
 * Decides about one suspect and one teacher by the two-ledger rule.
 *
 * <p>Support needs ledger A: a secret key or a canary set whose e-value reaches K/α with its
 * controls passed. Ledger B alone never supports; it can only keep an absent watermark from reading
 * as an exoneration. A published key decides nothing in either direction.
 */
public final class Adjudicator {

  private final List<Finding> findings;
  private final Policy policy;
  private final double threshold;

  private Adjudicator(List<Finding> findings, Policy policy, double threshold) {
    this.findings = findings;
    this.policy = policy;
    this.threshold = threshold;
  }

  /**
   * The verdict about one teacher.
   *
   * @param findings all findings of that teacher's detectors
   * @param tests all ledger A tests tried against this suspect, over all teachers
   */
  public static Verdict decide(
      Teacher teacher, List<Finding> findings, TestFamily tests, Policy policy) {
    double threshold = policy.log10Threshold(tests.size());
    Adjudicator adjudicator = new Adjudicator(findings, policy, threshold);
    double power = adjudicator.power();
    return new Verdict(
        teacher, adjudicator.decision(power), threshold, tests, power, List.copyOf(findings));
  }

  private Decision decision(double power) {
    List<Finding> evidential = findings.stream().filter(Finding::isEvidential).toList();
    List<Finding> speaking = evidential.stream().filter(this::reachesThreshold).toList();
    if (speaking.stream().anyMatch(Adjudicator::controlsPass)) {
      return new Decision.Support();
    }
    if (!speaking.isEmpty() || evidential.stream().anyMatch(f -> f.conflicts() > 0)) {
      return new Decision.Inconclusive(Reason.CONTROLS_FAILED);
    }
    if (evidential.isEmpty() && findings.stream().anyMatch(Adjudicator::isPublished)) {
      return new Decision.Inconclusive(Reason.PUBLISHED_KEY);
    }
    if (phrases().map(p -> p.rank().p() <= policy.ledgerBAlpha()).orElse(false)) {
      return new Decision.Inconclusive(Reason.ONE_FAMILY);
    }
    return evidential.isEmpty() ? withoutLedgerA() : withSilentLedgerA(power);
  }

  private Decision withoutLedgerA() {
    boolean smallPanel =
        phrases().map(p -> p.rank().smallestP() > policy.ledgerBAlpha()).orElse(false);
    return new Decision.Inconclusive(
        smallPanel ? Reason.INSUFFICIENT_PANEL : Reason.NO_DESIGN_BASED_TEST);
  }

  private Decision withSilentLedgerA(double power) {
    if (power >= policy.power()) {
      return new Decision.NoSupport(power);
    }
    return new Decision.Inconclusive(power == 0 ? Reason.TOO_FEW_WINDOWS : Reason.UNDERPOWERED);
  }

  private Optional<Finding.Phrases> phrases() {
    return findings.stream()
        .filter(Finding.Phrases.class::isInstance)
        .map(Finding.Phrases.class::cast)
        .findFirst();
  }

  /** The best power of any secret watermark key at the declared effect. */
  private double power() {
    double best = 0;
    for (Finding finding : findings) {
      if (finding instanceof Finding.Watermark mark && !mark.descriptor().publishedKey()) {
        double power = WatermarkPower.of(mark.descriptor().law(), mark.scored(), policy, threshold);
        best = Math.max(best, power);
      }
    }
    return best;
  }

  private boolean reachesThreshold(Finding finding) {
    return switch (finding) {
      case Finding.Watermark mark -> mark.log10E() >= threshold;
      case Finding.Canaries canaries -> canaries.log10E() >= threshold;
      case Finding.Phrases _ -> false;
    };
  }

  private static boolean controlsPass(Finding finding) {
    return finding.conflicts() == 0
        && switch (finding) {
          case Finding.Watermark mark -> mark.decoyRank() != null && mark.decoyRank().isAboveAll();
          case Finding.Canaries _ -> true;
          case Finding.Phrases _ -> false;
        };
  }

  private static boolean isPublished(Finding finding) {
    return finding instanceof Finding.Watermark mark && mark.descriptor().publishedKey();
  }
}
