package dev.stillmark.service.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which scope a request needs: the first rule that fits, {@link Scope#ADMIN} where none does.
 *
 * <p>Paths are those that resources are found by: normalised, with dots and doubled slashes gone. A
 * path with matrix parameters fits no rule, since resources are found without them.
 */
public final class AccessTable {

  private static final Rule[] PAGES = {
    new Rule("GET", List.of("q", "health")),
    new Rule("GET", List.of("q", "health", "live")),
    new Rule("GET", List.of("q", "health", "ready")),
    new Rule("GET", List.of("q", "health", "started")),
    new Rule("GET", List.of("q", "metrics")),
    new Rule("GET", List.of("q", "openapi")),
  };

  private final List<Entry> entries;

  private AccessTable(List<Entry> entries) {
    this.entries = entries;
  }

  /** A row of the table. */
  public record Entry(Rule rule, Scope scope) {}

  /**
   * A method and a path whose segments in braces stand for any segment.
   *
   * @param segments without slashes
   */
  public record Rule(String method, List<String> segments) {

    private boolean fits(String asked, List<String> path) {
      if (!method.equals(asked) || segments.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        if (!segments.get(i).startsWith("{") && !segments.get(i).equals(path.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** A table of {@code entries}; health, metrics and OpenAPI need no scope. */
  public static AccessTable of(Entry... entries) {
    return new AccessTable(List.of(entries));
  }

  /** The row that {@code scope} is needed for {@code method} on {@code template}. */
  public static Entry entry(String method, String template, Scope scope) {
    return new Entry(new Rule(method, segments(template)), scope);
  }

  public List<Entry> entries() {
    return entries;
  }

  /** The scope that a request needs, or nothing where it needs no token. */
  Optional<Scope> scopeOf(String method, String normalisedPath) {
    // Whoever may GET may HEAD: resources answer it without being asked for.
    String asked = method.equals("HEAD") ? "GET" : method;
    List<String> path = segments(normalisedPath);
    if (normalisedPath.indexOf(';') >= 0) {
      return Optional.of(Scope.ADMIN);
    }
    if (Arrays.stream(PAGES).anyMatch(page -> page.fits(asked, path))) {
      return Optional.empty();
    }
    return Optional.of(
        entries.stream()
            .filter(entry -> entry.rule().fits(asked, path))
            .map(Entry::scope)
            .findFirst()
            .orElse(Scope.ADMIN));
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }
}
