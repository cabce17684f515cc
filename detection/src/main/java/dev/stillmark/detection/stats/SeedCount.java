package dev.stillmark.detection.stats;

/**
 * Seeds that look alike: {@code seeds} of them with {@code tokens} distinct scored tokens each, of
 * which {@code green} are green.
 */
public record SeedCount(int tokens, int green, long seeds) {

  public SeedCount {
    if (tokens < 1) {
      throw new IllegalArgumentException("tokens must be at least 1 but is " + tokens);
    }
    if (green < 0 || green > tokens) {
      throw new IllegalArgumentException(
          "green must be within 0..%d but is %d".formatted(tokens, green));
    }
    if (seeds < 0) {
      throw new IllegalArgumentException("seeds must not be negative but is " + seeds);
    }
  }
}
