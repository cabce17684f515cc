package dev.stillmark.edge;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Token ids to score as they are, as their user asked.
 *
 * @param ids files, or {@code -} for standard input
 * @param isPooled whether all sequences end in one line together
 * @param training sequences of the suspected training data, or null
 * @param keys a file with a key a line to scan, or null
 */
record ScoreRequest(
    Path scheme,
    List<String> ids,
    boolean isPooled,
    Mode mode,
    @Nullable Path training,
    @Nullable Path keys,
    @Nullable Unit unit,
    Format format)
    implements Parsed {

  /** What the suspect gave: outputs, or what it expects next while reading marked text. */
  enum Mode {
    CLOSED,
    OPEN
  }

  /** What counts once where the two differ, as for g-values. */
  enum Unit {
    HASH16,
    WINDOWS
  }
}
