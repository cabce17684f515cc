package dev.stillmark.verdicts.store;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562): milliseconds since 1970, then randomness. */
public final class Uuid7 {

  private final Clock clock;
  private final RandomGenerator randomness;

  public Uuid7(Clock clock, RandomGenerator randomness) {
    this.clock = clock;
    this.randomness = randomness;
  }

  public UUID next() {
    long time = clock.millis() << 16 | 0x7000 | (randomness.nextLong() & 0x0fff);
    long rest = (randomness.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(time, rest);
  }
}
