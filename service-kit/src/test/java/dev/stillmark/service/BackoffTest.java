package dev.stillmark.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pauses_double_up_to_the_longest() {
    Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofMillis(1_500));

    assertThat(backoff.after(Duration.ofMillis(500))).isEqualTo(Duration.ofMillis(1_000));
    assertThat(backoff.after(Duration.ofMillis(1_000))).isEqualTo(Duration.ofMillis(1_500));
    assertThat(backoff.after(Duration.ofMillis(1_500))).isEqualTo(Duration.ofMillis(1_500));
  }

  @Test
  void a_pause_of_nothing_is_refused() {
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessage("pauses must be positive and ascending but are PT0S and PT1S");
  }
}
