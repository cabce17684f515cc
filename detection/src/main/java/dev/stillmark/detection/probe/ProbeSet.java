package dev.stillmark.detection.probe;

import dev.stillmark.detection.FieldDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions with known answers, in a fixed order, each id and each question once.
 *
 * <p>The digest names the set: it changes with every id, question, accepted answer and checker.
 */
public record ProbeSet(List<Probe> probes) {

  public ProbeSet {
    probes = List.copyOf(probes);
    requireDistinct("id", probes.stream().map(Probe::id).toList());
    requireDistinct("question", probes.stream().map(Probe::question).toList());
  }

  private static void requireDistinct(String field, List<String> values) {
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (!seen.add(value)) {
        throw new IllegalArgumentException(
            "%s must be that of one probe only but '%s' is repeated".formatted(field, value));
      }
    }
  }

  public int size() {
    return probes.size();
  }

  /** 64 hexadecimal digits. */
  public String digest() {
    FieldDigest digest = new FieldDigest("probe-set");
    for (Probe probe : probes) {
      digest.add(probe.id()).add(probe.question()).add(probe.answers().size());
      probe.answers().forEach(digest::add);
      digest.add(described(probe.checker()));
    }
    return digest.hex();
  }

  /** Maps in the order of their keys: that of an immutable map differs from run to run. */
  private static String described(Checker checker) {
    return switch (checker) {
      case NumberChecker number ->
          "number %s %s"
              .formatted(
                  Numbers.plain(number.tolerance()), new java.util.TreeMap<>(number.units()));
      case TextChecker text -> "text %d %s".formatted(text.mostWords(), text.isCaseSensitive());
      case ChoiceChecker choice -> "choice " + choice.options();
      case ListChecker list -> "list " + list.isOrdered();
    };
  }
}
