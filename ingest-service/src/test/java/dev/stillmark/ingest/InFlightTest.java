package dev.stillmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private static final Duration SHORT = Duration.ofMillis(5);

  @Test
  void bytes_are_bounded_beside_the_number() throws InterruptedException {
    InFlight inFlight = new InFlight(10, 100);

    assertThat(inFlight.enter(100, SHORT)).isTrue();
    assertThat(inFlight.enter(1, SHORT)).isFalse();

    inFlight.leave(100);
    assertThat(inFlight.enter(60, SHORT)).isTrue();
    assertThat(inFlight.enter(40, SHORT)).isTrue();
  }

  @Test
  void a_record_that_finds_no_room_in_bytes_gives_its_place_back() throws InterruptedException {
    InFlight inFlight = new InFlight(1, 100);

    assertThat(inFlight.enter(101, SHORT)).isFalse();
    assertThat(inFlight.enter(100, SHORT)).isTrue();
    assertThat(inFlight.enter(0, SHORT)).isFalse();
  }
}
