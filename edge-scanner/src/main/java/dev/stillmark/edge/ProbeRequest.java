package dev.stillmark.edge;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code probe} is asked for; a probe set that is null is our own. */
sealed interface ProbeRequest extends Parsed {

  /** The probe set itself, to be put to models. */
  record Print(@Nullable Path probes) implements ProbeRequest {}

  /** Error rates and power over models whose origin is known. */
  record Simulate(int[] questions, int families, int trials, long seed, Format format)
      implements ProbeRequest {}

  /**
   * Suspects against a teacher.
   *
   * @param answers files of answers, at least one
   * @param families which model is of which family
   * @param suspects all models without a family where there are none
   */
  record Compare(
      @Nullable Path probes,
      List<Path> answers,
      Path families,
      String teacher,
      List<String> suspects,
      Format format)
      implements ProbeRequest {}
}
