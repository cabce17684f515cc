package dev.stillmark.ingest;

/** One non-blank line of a body; numbers are 1-based and count blank lines too. */
sealed interface Line {

  int number();

  /** A line within the limit, without its line feed. */
  record Whole(int number, byte[] bytes) implements Line {}

  /** A line past the limit, of which only the length was kept. */
  record TooLong(int number, long length) implements Line {}
}
