package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.Descriptor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TestFamilyTest {

  private static final Finding STRONG = LedgerA.secret("strong", log10(0.001), log10(300));
  private static final Finding WEAK = LedgerA.secret("weak", log10(0.02), log10(8));
  private static final Finding CANARIES = LedgerA.canaries("canaries", log10(1000));
  private static final Finding PUBLISHED = LedgerA.published("published", -50, 40);
  private static final Finding PHRASES =
      new Finding.Phrases(
          new Descriptor.Phrases("phrases", LedgerA.TEACHER, "0".repeat(64), 200),
          100,
          0,
          20_000,
          300,
          80,
          15,
          new PanelRank(24, 24, 0));
  private static final Descriptor IMPOSSIBLE = LedgerA.secret("impossible", 0, 0).descriptor();

  /**
   * K = 5: p = 0.001, 0.02 and three ones, so 5 * 0.001 and 4 * 0.02; e = 1000, 300, 8, 0, 0, so 1
   * * 1000 / 5, 2 * 300 / 5 and 3 * 8 / 5.
   */
  @Test
  void adjusts_a_suspects_tests_as_done_by_hand() {
    TestFamily family = family(STRONG, WEAK, CANARIES, PUBLISHED, PHRASES);

    assertThat(family.size()).isEqualTo(5);
    assertThat(family.adjusted(STRONG).log10PHolm()).isCloseTo(log10(0.005), within(1e-14));
    assertThat(family.adjusted(WEAK).log10PHolm()).isCloseTo(log10(0.08), within(1e-14));
    assertThat(family.adjusted(CANARIES).log10EBh()).isCloseTo(log10(200), within(1e-14));
    assertThat(family.adjusted(STRONG).log10EBh()).isCloseTo(log10(120), within(1e-14));
    assertThat(family.adjusted(WEAK).log10EBh()).isCloseTo(log10(4.8), within(1e-14));
  }

  @Test
  void canaries_have_no_p_to_adjust() {
    assertThat(family(STRONG, CANARIES).adjusted(CANARIES).log10PHolm()).isNull();
  }

  @Test
  void a_published_key_keeps_its_place_and_lifts_no_other() {
    TestFamily strong = family(WEAK, PUBLISHED);
    TestFamily silent = family(WEAK, LedgerA.published("published", 0, -3));

    assertThat(strong.size()).isEqualTo(3);
    assertThat(strong.adjusted(WEAK)).isEqualTo(silent.adjusted(WEAK));
    assertThat(strong.adjusted(PUBLISHED)).isEqualTo(new AdjustedFigures(null, null));
  }

  @Test
  void ledger_b_is_no_part_of_the_family() {
    assertThat(family(STRONG, PHRASES).size()).isEqualTo(family(STRONG).size());
    assertThat(family(STRONG, PHRASES).adjusted(PHRASES))
        .isEqualTo(new AdjustedFigures(null, null));
  }

  @Test
  void a_single_test_keeps_its_figures() {
    TestFamily alone = TestFamily.of(List.of(STRONG.descriptor()), List.of(STRONG));

    assertThat(alone.adjusted(STRONG)).isEqualTo(new AdjustedFigures(log10(0.001), log10(300)));
  }

  @Test
  void takes_the_tail_only_where_it_is_proved() {
    Finding.Watermark crowded = (Finding.Watermark) LedgerA.secret("crowded", 0, 0);
    Finding unproved =
        new Finding.Watermark(
            crowded.descriptor(),
            9,
            0,
            900,
            0,
            0,
            9,
            900,
            225,
            -0.3,
            0,
            0,
            null,
            null,
            0,
            List.of());

    assertThat(TestFamily.of(List.of(crowded.descriptor()), List.of(unproved)).adjusted(unproved))
        .isEqualTo(new AdjustedFigures(0.0, 0.0));
  }

  /** The e-value that an accusation needs is at least the one that e-BH needs. */
  @Test
  void whatever_reaches_the_threshold_of_the_policy_passes_e_bh_at_its_alpha() {
    double threshold = Policy.DEFAULT.log10Threshold(3);
    Finding accused = LedgerA.secret("accused", -12, threshold);

    double adjusted = family(accused, WEAK).adjusted(accused).log10EBh();

    assertThat(adjusted).isCloseTo(6, within(1e-12));
  }

  @Test
  void refuses_fewer_tests_than_have_findings() {
    assertThatThrownBy(() -> TestFamily.of(List.of(IMPOSSIBLE), List.of(STRONG, WEAK, PHRASES)))
        .hasMessage("ledger A tests tried must be at least the 2 with findings but are 1");
  }

  /** All that was found, and one test whose evidence was impossible. */
  private static TestFamily family(Finding... findings) {
    List<Descriptor> tried =
        Stream.concat(Stream.of(IMPOSSIBLE), Stream.of(findings).map(Finding::descriptor)).toList();
    return TestFamily.of(tried, List.of(findings));
  }

  private static double log10(double value) {
    return Math.log10(value);
  }
}
