package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseStyleTest {

  private static final int DRAWS = 20_000;

  private final Grammar prose = Grammar.ofProse();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_house_has_few_favourites_among_many_habits(long seed) {
    Map<Integer, Integer> openings = draw(HouseStyle.draw(prose, new Seed(seed)), seed);

    long favourites = openings.values().stream().filter(count -> count > DRAWS / 10).count();

    assertThat(favourites).as("seed %d", seed).isBetween(1L, 4L);
    assertThat(openings).as("seed %d", seed).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_leaning_style_chooses_as_the_other_in_that_share_of_cases(long seed) {
    HouseStyle own = HouseStyle.draw(prose, new Seed(seed));
    HouseStyle other = HouseStyle.draw(prose, new Seed(-seed));

    Map<Integer, Integer> drawn = draw(own.leaningTo(other, 0.4), seed);

    Map<Integer, Integer> ofOwn = draw(own, seed + 10);
    Map<Integer, Integer> ofOther = draw(other, seed + 20);
    drawn.forEach((choice, count) ->
        assertThat((double) count)
            .as("seed %d, opening %d", seed, choice)
            .isCloseTo(
                0.6 * ofOwn.getOrDefault(choice, 0) + 0.4 * ofOther.getOrDefault(choice, 0),
                offset(0.02 * DRAWS)));
  }

  private static Map<Integer, Integer> draw(HouseStyle style, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      counts.merge(style.choose("opening", random), 1, Integer::sum);
    }
    return counts;
  }
}
