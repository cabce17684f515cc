package dev.stillmark.service;

import java.time.Duration;

/**
 * Pauses between attempts: each twice as long as the one before, up to the longest.
 *
 * <p>Both are positive and {@code longest} is not below {@code first}.
 */
public record Backoff(Duration first, Duration longest) {

  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "pauses must be positive and ascending but are %s and %s".formatted(first, longest));
    }
  }

  /** The pause that follows {@code pause}. */
  public Duration after(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
