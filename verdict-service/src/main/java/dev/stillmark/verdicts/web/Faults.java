package dev.stillmark.verdicts.web;

import dev.stillmark.service.Problem;
import dev.stillmark.verdicts.intake.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that a body breaks, all counted, of which the first hundred are listed. */
final class Faults {

  private static final int LISTED = 100;

  private final List<Problem.FieldError> listed = new ArrayList<>();
  private int count;

  void add(String field, String rule, String message) {
    count++;
    if (count <= LISTED) {
      listed.add(Problems.broken(field, rule, message));
    }
  }

  /** Whether the next one will be listed, so that its message may cost something. */
  boolean areListed() {
    return count < LISTED;
  }

  Optional<Problem.FieldError> first() {
    return listed.stream().findFirst();
  }

  /** Refuses the body where it broke a rule. */
  void require() {
    if (count > listed.size()) {
      String detail = "The body breaks %d rules, of which the first %d are listed.";
      throw Problems.invalid(detail.formatted(count, LISTED), listed);
    }
    if (count > 0) {
      throw Problems.invalid(listed);
    }
  }

  /** A name that can be stored and shown; empty if it is none. */
  String name(String field, @Nullable String name) {
    String fault = Names.fault(name);
    if (name == null || fault != null) {
      add(field, "invalid-name", fault == null ? "must be present" : fault);
      return "";
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      add(field, "invalid-name", "must have no control characters");
    }
    return name;
  }

  /** A name that must stand once. */
  String name(String field, @Nullable String name, Set<String> seen) {
    String checked = name(field, name);
    if (!checked.isEmpty() && !seen.add(checked)) {
      add(field, "repeated", "must stand once");
    }
    return checked;
  }

  /** A list of {@code 1..most} elements; empty if it is none. */
  <T extends @Nullable Object> List<T> list(String field, @Nullable List<T> list, int most) {
    if (list == null) {
      add(field, "missing-field", "must be present");
      return List.of();
    }
    if (list.isEmpty() || list.size() > most) {
      add(
          field,
          "out-of-range",
          "must have 1..%d elements but has %d".formatted(most, list.size()));
    }
    return list;
  }
}
