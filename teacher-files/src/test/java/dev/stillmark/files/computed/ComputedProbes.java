package dev.stillmark.files.computed;

import dev.stillmark.detection.probe.ProbeSet;
import dev.stillmark.files.ProbeLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes our own probe set: every answer is computed, none is remembered. */
final class ComputedProbes {

  private ComputedProbes() {}

  static ProbeSet set() {
    return new ProbeSet(
        Stream.of(
                WordProbes.all(),
                CalendarProbes.all(),
                ArithmeticProbes.all(),
                CodeProbes.all(),
                BoardProbes.all())
            .flatMap(probes -> probes)
            .toList());
  }

  static String lines() {
    return set().probes().stream()
        .map(probe -> ProbeLine.of(probe) + "\n")
        .collect(Collectors.joining());
  }

  /** Writes the set to the file that the first argument names. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), lines());
  }
}
