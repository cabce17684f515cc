package dev.stillmark.verdicts.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** The real clock and randomness, handed to everything that needs them. */
final class Surroundings {

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Uuid7 uuids(Clock clock) {
    return new Uuid7(clock, new SecureRandom());
  }
}
