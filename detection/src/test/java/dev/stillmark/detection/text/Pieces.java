package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a splitter makes of a text. */
final class Pieces {

  private Pieces() {}

  /** Java's engine knows the patterns too, as long as texts are short. */
  static void assertCutAs(Pattern published, Splitter splitter, long seed) {
    EdgeTexts.of(seed, 1_000)
        .map(WellFormedText::of)
        .forEach(text ->
            assertThat(of(text, splitter))
                .as("seed %d, text %s", seed, text)
                .isEqualTo(published.matcher(text).results().map(MatchResult::group).toList()));
  }

  static List<String> of(String text, Splitter splitter) {
    Utf8Text utf8 = Utf8Text.of(text);
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (start < utf8.length()) {
      int end = splitter.end(utf8, start);
      pieces.add(new String(utf8.bytes(), start, end - start, StandardCharsets.UTF_8));
      start = end;
    }
    return pieces;
  }
}
