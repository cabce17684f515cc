package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a list, and where the next one starts, if there is one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable String nextCursor) {

  private static final int MAXIMUM = 1000;
  private static final UUID FIRST = new UUID(0, 0);

  /** A whole list that needs no second page. */
  static <T> Page<T> all(List<T> items) {
    return new Page<>(items, null);
  }

  /** A page out of {@code limit + 1} rows, the last of which only tells that there are more. */
  static <R, T> Page<T> of(List<R> rows, int limit, Function<R, String> key, Function<R, T> view) {
    List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
    String next = rows.size() > limit ? encode(key.apply(shown.getLast())) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }

  static int limit(int asked) {
    if (asked < 1 || asked > MAXIMUM) {
      throw Problems.parameter("limit", "must be within 1..%d but is %d".formatted(MAXIMUM, asked));
    }
    return asked;
  }

  static String after(@Nullable String cursor) {
    if (cursor == null) {
      return "";
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8)
          .replace("\0", "");
    } catch (IllegalArgumentException e) {
      throw Problems.parameter("cursor", "must be a nextCursor of this list");
    }
  }

  static UUID afterId(@Nullable String cursor) {
    try {
      return cursor == null ? FIRST : UUID.fromString(after(cursor));
    } catch (IllegalArgumentException e) {
      throw Problems.parameter("cursor", "must be a nextCursor of this list");
    }
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}
