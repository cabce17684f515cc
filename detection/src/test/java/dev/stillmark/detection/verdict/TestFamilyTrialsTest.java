package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.NullLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * False and true rejections over simulated suspects with ten keys each, whose draws are one and the
 * same half of the time: no adjustment may count on independent keys.
 */
class TestFamilyTrialsTest {

  private static final int SUSPECTS = 500;
  private static final int KEYS = 10;
  private static final int ITEMS = 60;
  private static final NullLaw LAW = new NullLaw.GreenList(4096, 1024);

  /** What was rejected of the keys without a mark and of those with one. */
  private record Rejected(int unmarked, int marked) {

    double falseShare() {
      return unmarked == 0 ? 0 : (double) unmarked / (unmarked + marked);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 5", "4, 5"})
  void holm_accuses_wrongly_in_no_more_suspects_than_its_rate(long seed, int marked) {
    double alpha = 0.05;

    List<Rejected> suspects = suspects(seed, marked, figures -> holm(figures) <= Math.log10(alpha));

    double wrong = suspects.stream().filter(s -> s.unmarked() > 0).count() / (double) SUSPECTS;
    assertThat(wrong).as("seed %d", seed).isLessThanOrEqualTo(bound(alpha));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 5", "4, 5"})
  void e_bh_keeps_the_mean_share_of_false_rejections(long seed, int marked) {
    double alpha = 0.1;

    List<Rejected> suspects = suspects(seed, marked, figures -> eBh(figures) >= -Math.log10(alpha));

    double falseShare = suspects.stream().mapToDouble(Rejected::falseShare).average().orElse(0);
    assertThat(falseShare).as("seed %d", seed).isLessThanOrEqualTo(bound(alpha));
  }

  /** The trial has teeth: without an adjustment, ten keys break the rate. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void the_tails_as_they_are_accuse_too_often(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int wrong = 0;
    for (int suspect = 0; suspect < SUSPECTS; suspect++) {
      wrong +=
          findings(random, 0).stream().anyMatch(f -> f.log10PBound() <= Math.log10(0.05)) ? 1 : 0;
    }

    assertThat(wrong / (double) SUSPECTS).as("seed %d", seed).isGreaterThan(0.15);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void both_find_most_marks_and_more_than_paying_for_all_keys_does(long seed) {
    double level = Math.log10(0.05);

    int byHolm = marked(suspects(seed, 5, figures -> holm(figures) <= level));
    int byEBh = marked(suspects(seed, 5, figures -> eBh(figures) >= -level));

    PaidInFull alone = paidInFull(seed, level);
    int marks = 5 * SUSPECTS;
    assertThat(byHolm).as("Holm, seed %d", seed).isGreaterThan(marks / 2);
    assertThat(byEBh).as("e-BH, seed %d", seed).isGreaterThan(marks / 2);
    assertThat(byHolm).as("seed %d", seed).isGreaterThan(alone.byP());
    assertThat(byEBh).as("seed %d", seed).isGreaterThan(alone.byE());
  }

  /** Marks found where each key alone must pay for all. */
  private record PaidInFull(int byP, int byE) {}

  private static PaidInFull paidInFull(long seed, double level) {
    SplittableRandom random = new SplittableRandom(seed);
    double price = Math.log10(KEYS);
    int byP = 0;
    int byE = 0;
    for (int suspect = 0; suspect < SUSPECTS; suspect++) {
      for (Finding.Watermark finding : findings(random, 5).subList(0, 5)) {
        byP += finding.log10PBound() + price <= level ? 1 : 0;
        byE += finding.log10E() - price >= -level ? 1 : 0;
      }
    }
    return new PaidInFull(byP, byE);
  }

  private static int marked(List<Rejected> suspects) {
    return suspects.stream().mapToInt(Rejected::marked).sum();
  }

  /** Three standard errors above the nominal rate. */
  private static double bound(double alpha) {
    return alpha + 3 * Math.sqrt(alpha * (1 - alpha) / SUSPECTS);
  }

  private interface Rule {
    boolean rejects(AdjustedFigures figures);
  }

  private static double holm(AdjustedFigures figures) {
    return figures.log10PHolm() == null ? 0 : figures.log10PHolm();
  }

  private static double eBh(AdjustedFigures figures) {
    return figures.log10EBh() == null ? Double.NEGATIVE_INFINITY : figures.log10EBh();
  }

  private static List<Rejected> suspects(long seed, int marked, Rule rule) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Rejected> suspects = new ArrayList<>();
    for (int suspect = 0; suspect < SUSPECTS; suspect++) {
      List<Finding> findings = List.copyOf(findings(random, marked));
      TestFamily family =
          TestFamily.of(findings.stream().map(Finding::descriptor).toList(), findings);
      suspects.add(
          new Rejected(
              count(family, findings.subList(marked, KEYS), rule),
              count(family, findings.subList(0, marked), rule)));
    }
    return suspects;
  }

  private static int count(TestFamily family, List<Finding> findings, Rule rule) {
    return (int) findings.stream().filter(f -> rule.rejects(family.adjusted(f))).count();
  }

  /**
   * A finding per key; the first {@code marked} of them see green twice as often as they should.
   */
  private static List<Finding.Watermark> findings(SplittableRandom random, int marked) {
    List<Tally> tallies = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      tallies.add(Tally.of(LAW));
    }
    for (int item = 0; item < ITEMS; item++) {
      double common = random.nextDouble();
      for (int key = 0; key < KEYS; key++) {
        double draw = random.nextBoolean() ? common : random.nextDouble();
        tallies.get(key).add(item, draw < (key < marked ? 0.5 : 0.25) ? 1 : 0);
      }
    }
    List<Finding.Watermark> findings = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      Tally tally = tallies.get(key);
      findings.add(LedgerA.secret("key-" + key, tally.log10PBound(), tally.log10E()));
    }
    return findings;
  }
}
