package dev.stillmark.ingest;

/** How the lines of one request ended; the last line of an answer. */
record Summary(int lines, int accepted, int duplicate, int rejected, String requestId) {

  /** The answer's last line as an object of its own. */
  record Closing(Summary summary) {}
}
