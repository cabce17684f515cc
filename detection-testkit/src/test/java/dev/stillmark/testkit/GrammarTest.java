package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.testkit.Grammar.Part;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrammarTest {

  private final Grammar prose = Grammar.ofProse();

  @Test
  void every_reference_leads_to_a_rule_in_every_topic() {
    Set<String> references =
        parts()
            .filter(Part.Reference.class::isInstance)
            .map(part -> ((Part.Reference) part).rule())
            .collect(Collectors.toSet());

    assertThat(prose.topics()).hasSizeGreaterThan(20);
    for (String topic : prose.topics()) {
      assertThat(references.stream().map(name -> Grammar.resolve(name, topic)))
          .as(topic)
          .allMatch(prose.rules()::containsKey);
    }
  }

  @Test
  void its_words_are_many_and_plain_ascii() {
    List<String> texts =
        parts().filter(Part.Text.class::isInstance).map(part -> ((Part.Text) part).text()).toList();

    assertThat(texts).allMatch(text -> text.matches("[ -~]+"));
    assertThat(texts.stream().distinct().count()).isGreaterThan(2500);
  }

  @Test
  void reads_words_phrases_habits_and_continued_lines() {
    Grammar small =
        Grammar.parse(
            "# comment\nnoun: cat dog\nline = the {noun+s} | a\n  | {my-noun}\nsay! = so\n");

    assertThat(small.rule("noun").kind()).isEqualTo(Grammar.Kind.WORDS);
    assertThat(small.rule("say").kind()).isEqualTo(Grammar.Kind.HABIT);
    assertThat(small.rule("line").alternatives())
        .containsExactly(
            List.of(new Part.Text("the "), new Part.Reference("noun", Inflection.S)),
            List.of(new Part.Text("a")),
            List.of(new Part.Reference("my-noun", Inflection.NONE)));
    assertThat(Grammar.resolve("my-noun", "tides")).isEqualTo("tides-noun");
  }

  @Test
  void names_the_rule_that_is_missing() {
    assertThatThrownBy(() -> prose.rule("nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the grammar has no rule nonsense");
  }

  private Stream<Part> parts() {
    return prose.rules().values().stream()
        .flatMap(rule -> rule.alternatives().stream())
        .flatMap(List::stream);
  }
}
