package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReconciliationTest {

  @Test
  void everything_accepted_must_have_arrived() {
    assertThat(new Reconciliation(10, 7, 2, 1, 0).accountsFor(10)).isTrue();
    assertThat(new Reconciliation(10, 7, 2, 0, 1).accountsFor(10)).isFalse();
    assertThat(new Reconciliation(10, 7, 1, 1, 0).accountsFor(10)).isFalse();
  }

  @Test
  void a_count_that_has_not_reached_what_ingest_accepted_is_not_the_end() {
    assertThat(Reconciliation.NOTHING.accountsFor(10)).isFalse();
    assertThat(new Reconciliation(5, 5, 0, 0, 0).accountsFor(10)).isFalse();
  }
}
