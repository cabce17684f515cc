package dev.stillmark.detection.attribution.ranking;

import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.stats.Holm;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a suspect's ranks against all teachers that come into question speak for one of them.
 *
 * <p>Among K teachers the best is ranked against the best of every family that is clean of all K,
 * which needs 1/α - 1 such families; where there are fewer, each teacher's own rank is adjusted
 * after Holm, which needs K/α - 1 families of that teacher. Which of the two is settled by how many
 * families there are, never by a score.
 */
final class VendorRanks {

  // Room for rounding where p is exactly α.
  private static final double ROUNDING = 1e-12;

  private final FamilyPanel[] panels;
  private final double alpha;
  private final double suspect;
  private final double[] maxima;
  private final double[] log10Adjusted;

  /**
   * @param panels of the teachers that come into question, at least 1, all with a score
   */
  VendorRanks(FamilyPanel[] panels, double alpha) {
    this.panels = panels;
    this.alpha = alpha;
    suspect = Arrays.stream(panels).mapToDouble(FamilyPanel::suspect).max().orElseThrow();
    maxima = FamilyPanel.maxima(panels[0].panelists(), bestOfModels());
    log10Adjusted =
        Holm.adjust(
            Arrays.stream(panels)
                .mapToDouble(panel -> StrictMath.log10(panel.p().orElse(1)))
                .toArray());
  }

  /** Of each model that is clean of all teachers, with a score for each; NaN for the others. */
  private double[] bestOfModels() {
    double[] best = panels[0].ofModels().clone();
    for (FamilyPanel panel : panels) {
      for (int model = 0; model < best.length; model++) {
        best[model] = Math.max(best[model], panel.ofModels()[model]);
      }
    }
    return best;
  }

  /** The rank of the best teacher; empty with fewer than 3 families clean of all. */
  OptionalDouble anyTeacherP() {
    return maxima.length < FamilyPanel.LEAST_FAMILIES
        ? OptionalDouble.empty()
        : OptionalDouble.of(FamilyPanel.rank(suspect, maxima));
  }

  /** What the ranks say for a teacher, by its place among the panels. */
  Finding of(int test) {
    if (allows(1, maxima.length)) {
      return byBest(panels[test]);
    }
    if (allows(panels.length, panels[test].families())) {
      return byHolm(test);
    }
    return new Finding(Claim.INSUFFICIENT_PANEL, Optional.of(needed(panels[test])));
  }

  private boolean allows(int tests, int families) {
    return families >= FamilyPanel.LEAST_FAMILIES && tests / (1.0 + families) <= alpha + ROUNDING;
  }

  private Finding byBest(FamilyPanel panel) {
    double p = FamilyPanel.rank(suspect, maxima);
    if (p > alpha + ROUNDING) {
      return Finding.none("rank of the best teacher is %s, above %s".formatted(p, alpha));
    }
    return panel.suspect() == suspect
        ? new Finding(Claim.TRAINED_ON_VENDOR, Optional.empty())
        : Finding.none("another teacher ranks higher");
  }

  private Finding byHolm(int test) {
    double log10P = log10Adjusted[test];
    return log10P <= StrictMath.log10(alpha) + ROUNDING
        ? new Finding(Claim.TRAINED_ON_VENDOR, Optional.empty())
        : Finding.none(
            "adjusted rank is %s, above %s".formatted(StrictMath.pow(10, log10P), alpha));
  }

  private String needed(FamilyPanel panel) {
    return ("%d families are clean of this teacher, which gives p of at least 1/%d, and %d of all %d"
            + " in question; for %s it takes %d or %d")
        .formatted(
            panel.families(),
            panel.families() + 1,
            maxima.length,
            panels.length,
            alpha,
            familiesFor(panels.length),
            familiesFor(1));
  }

  private long familiesFor(int tests) {
    return Math.max(FamilyPanel.LEAST_FAMILIES, (long) Math.ceil(tests / (alpha + ROUNDING) - 1));
  }

  /** What may be claimed, and why not more. */
  record Finding(Claim claim, Optional<String> reason) {

    static Finding none(String reason) {
      return new Finding(Claim.NONE, Optional.of(reason));
    }
  }
}
