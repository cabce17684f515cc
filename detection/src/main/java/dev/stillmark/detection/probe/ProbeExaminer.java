package dev.stillmark.detection.probe;

import dev.stillmark.detection.stats.MantelHaenszel;
import dev.stillmark.detection.verdict.PanelRank;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes both figures of one panel, and ranks them where a rank can mean something. */
final class ProbeExaminer {

  private final Respondent teacher;
  private final Panel panel;
  private final SharedErrors errors;
  private final Ceiling ceiling;

  ProbeExaminer(Respondent teacher, Panel panel) {
    this.teacher = teacher;
    this.panel = panel;
    this.errors = new SharedErrors(teacher, panel.families());
    this.ceiling = new Ceiling(teacher, panel.families());
  }

  ProbeFinding finding() {
    Respondent suspect = panel.suspect();
    ErrorScore score = errors.of(suspect, panel.suspectFamily());
    MantelHaenszel tables = ceiling.of(suspect, panel.suspectFamily());
    PanelRank rank = panel.rank(this::netScore);
    Optional<ProbeReason> reason = reason(score, rank);
    Optional<ProbeReason> ceilingReason = reason(tables, rank);
    return new ProbeFinding(
        suspect,
        teacher.model(),
        rank.families(),
        rank.models(),
        rank.smallestP(),
        score,
        reason.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(rank.p()),
        reason,
        tables.isFinite() ? Optional.of(OddsRatio.of(tables)) : Optional.empty(),
        ceilingReason.isPresent()
            ? OptionalDouble.empty()
            : OptionalDouble.of(panel.rank(this::ceilingZ).p()),
        ceilingReason);
  }

  /**
   * All that is no evidence is 0 alike. Each miss costs, so that a model that seldom errs would
   * otherwise rank high for having nothing to lose.
   */
  private double netScore(Respondent model, int family) {
    return Math.max(0, errors.of(model, family).score());
  }

  /** In standard errors, as few errors make an odds ratio large by chance; in doubt, not below. */
  private double ceilingZ(Respondent model, int family) {
    MantelHaenszel tables = ceiling.of(model, family);
    return tables.isFinite() ? tables.z() : Double.POSITIVE_INFINITY;
  }

  private static Optional<ProbeReason> reason(ErrorScore score, PanelRank rank) {
    if (!ProbeFinding.reaches(rank)) {
      return Optional.of(ProbeReason.INSUFFICIENT_PANEL);
    }
    if (score.bothWrong() < ProbeFinding.FEWEST_ERRORS) {
      return Optional.of(ProbeReason.TOO_FEW_ERRORS);
    }
    return score.comparable() < ProbeFinding.FEWEST_ERRORS
        ? Optional.of(ProbeReason.INSUFFICIENT_PANEL)
        : Optional.empty();
  }

  private static Optional<ProbeReason> reason(MantelHaenszel tables, PanelRank rank) {
    if (!ProbeFinding.reaches(rank)) {
      return Optional.of(ProbeReason.INSUFFICIENT_PANEL);
    }
    return tables.isFinite() ? Optional.empty() : Optional.of(ProbeReason.TOO_FEW_ERRORS);
  }
}
