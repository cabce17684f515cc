package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTableTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TextTable table =
      new TextTable(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void aligns_words_to_the_left_and_numbers_to_the_right() {
    table.print("{\"id\":\"a\",\"n\":5,\"z\":-0.25,\"ok\":true}");
    table.print("{\"id\":\"longer\",\"n\":1234,\"z\":null,\"ok\":false}");
    table.end();

    assertThat(lines())
        .containsExactly(
            "id         n          z  ok",
            "a          5  -0.250000  true",
            "longer  1234          -  false");
  }

  @Test
  void gives_an_object_inside_a_line_a_row_of_its_own() {
    table.print("{\"id\":\"all\",\"n\":3,\"curve\":[{\"n\":1},{\"n\":2}],\"effect\":{\"low\":7}}");
    table.end();

    assertThat(lines())
        .containsExactly(
            "id          n  low",
            "all         3",
            "all curve   1",
            "all curve   2",
            "all effect       7");
  }

  @Test
  void escapes_what_a_terminal_would_obey() {
    table.print("{\"id\":\"\\u001b[2J\\u0007\\u009b1m\\u202ex\\ny\\ud800\"}");
    table.end();

    assertThat(lines())
        .containsExactly("id", "\\u{1b}[2J\\u{7}\\u{9b}1m\\u{202e}x\\u{a}y\\u{d800}");
  }

  @Test
  void cuts_what_would_push_all_else_off_the_screen() {
    table.print("{\"id\":\"%s\",\"in\":{\"n\":1}}".formatted("x".repeat(10_000)));
    table.end();

    assertThat(lines().getLast()).isEqualTo("x".repeat(100) + "… in  1");
  }

  @Test
  void begins_a_new_page_rather_than_hold_back_all_rows() {
    IntStream.range(0, 500).forEach(i -> table.print("{\"id\":\"%d\"}".formatted(i)));

    assertThat(lines()).hasSize(501);

    table.print("{\"id\":\"last\"}");
    table.end();

    assertThat(lines()).hasSize(503).endsWith("id", "last");
  }

  @Test
  void prints_nothing_of_nothing() {
    table.end();

    assertThat(lines()).isEmpty();
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
