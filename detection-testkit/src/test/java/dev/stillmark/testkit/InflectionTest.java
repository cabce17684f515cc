package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

  @ParameterizedTest
  @CsvSource({
    "carry, carries, carried, carrying",
    "enjoy, enjoys, enjoyed, enjoying",
    "wash, washes, washed, washing",
    "bake, bakes, baked, baking",
    "agree, agrees, agreed, agreeing",
    "dye, dyes, dyed, dyeing",
    "chop, chops, chopped, chopping",
    "visit, visits, visited, visiting",
    "soak, soaks, soaked, soaking",
    "tow, tows, towed, towing",
  })
  void follows_the_rules_of_regular_english(String word, String s, String ed, String ing) {
    assertThat(Inflection.NONE.of(word)).isEqualTo(word);
    assertThat(Inflection.S.of(word)).isEqualTo(s);
    assertThat(Inflection.ED.of(word)).isEqualTo(ed);
    assertThat(Inflection.ING.of(word)).isEqualTo(ing);
  }
}
