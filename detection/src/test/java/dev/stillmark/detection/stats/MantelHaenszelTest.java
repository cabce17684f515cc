package dev.stillmark.detection.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MantelHaenszelTest {

  /**
   * Admissions to Berkeley by sex in six departments (Bickel, Hammel and O'Connell 1975), a data
   * set of R, whose {@code mantelhaen.test} prints 0.9046968 (0.7719074 to 1.0603298).
   */
  @Test
  void agrees_with_the_published_example() {
    MantelHaenszel tables = new MantelHaenszel();
    tables.add(512, 313, 89, 19);
    tables.add(353, 207, 17, 8);
    tables.add(120, 205, 202, 391);
    tables.add(138, 279, 131, 244);
    tables.add(53, 138, 94, 299);
    tables.add(22, 351, 24, 317);

    assertThat(tables.oddsRatio()).isCloseTo(0.9046968, within(5e-8));
    assertThat(tables.lower()).isCloseTo(0.7719074, within(5e-8));
    assertThat(tables.upper()).isCloseTo(1.0603298, within(5e-8));
  }

  /** One table: the plain odds ratio, and Woolf's variance 1/a + 1/b + 1/c + 1/d. */
  @Test
  void one_table_has_the_plain_odds_ratio_and_variance() {
    MantelHaenszel table = new MantelHaenszel();
    table.add(12, 5, 3, 20);

    double woolf = Math.sqrt(1.0 / 12 + 1.0 / 5 + 1.0 / 3 + 1.0 / 20);
    assertThat(table.oddsRatio()).isCloseTo(12.0 * 20 / (5 * 3), within(1e-12));
    assertThat(table.standardError()).isCloseTo(woolf, within(1e-12));
    assertThat(table.z()).isCloseTo(Math.log(16) / woolf, within(1e-12));
  }

  @Test
  void empty_tables_change_nothing() {
    MantelHaenszel table = new MantelHaenszel();
    table.add(12, 5, 3, 20);
    table.add(0, 0, 0, 0);

    assertThat(table.oddsRatio()).isCloseTo(16, within(1e-12));
  }

  @Test
  void says_where_there_is_no_finite_odds_ratio() {
    MantelHaenszel table = new MantelHaenszel();
    assertThat(table.isFinite()).isFalse();

    table.add(4, 0, 2, 3);

    assertThat(table.isFinite()).isFalse();
    assertThat(table.oddsRatio()).isInfinite();
  }

  @Test
  void refuses_negative_counts() {
    assertThatThrownBy(() -> new MantelHaenszel().add(1, -2, 3, 4))
        .hasMessage("counts must be at least 0 but are 1, -2, 3 and 4");
  }
}
