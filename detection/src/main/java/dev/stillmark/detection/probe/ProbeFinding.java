package dev.stillmark.detection.probe;

import dev.stillmark.detection.verdict.PanelRank;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a probe set says of one suspect and one teacher. Ledger B: two figures, never one.
 *
 * @param families that the suspect is ranked among, {@code models} reference models in them
 * @param smallestP the least p that so many families can give
 * @param p rank of {@code errors.score} among the maxima of these families; where it is not above
 *     0, 1
 * @param reason why there is no {@code p}
 * @param oddsRatio empty where it would be 0, infinite or undefined
 * @param ceilingP rank of the odds ratio's logarithm in standard errors
 * @param ceilingReason why there is no {@code ceilingP}
 */
public record ProbeFinding(
    Respondent suspect,
    String teacher,
    int families,
    int models,
    double smallestP,
    ErrorScore errors,
    OptionalDouble p,
    Optional<ProbeReason> reason,
    Optional<OddsRatio> oddsRatio,
    OptionalDouble ceilingP,
    Optional<ProbeReason> ceilingReason) {

  /** The level that a panel must be able to reach. */
  public static final double ALPHA = 0.05;

  /**
   * Questions on which teacher, suspect and enough families must err. With fewer, a suspect that is
   * far better than the panel is accused too often, since one chance match outweighs its few
   * misses.
   */
  public static final int FEWEST_ERRORS = 60;

  /**
   * Compares a suspect's errors with the teacher's.
   *
   * @param references graded on the same set; those of the teacher's family are left out, those of
   *     the suspect's stay in its family
   */
  public static ProbeFinding of(
      Respondent teacher, Respondent suspect, List<Respondent> references) {
    Panel panel = Panel.of(teacher, suspect, references);
    return new ProbeExaminer(teacher, panel).finding();
  }

  /** Right among right and wrong; NaN if there is neither. */
  public double accuracy() {
    return suspect.accuracy();
  }

  static boolean reaches(PanelRank rank) {
    return rank.smallestP() <= ALPHA;
  }
}
