package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLanguageModelTest {

  private static final int FIRST = 1;
  private static final int SUCCESSORS = 100;
  private static final int DRAWS = 40_000;
  private static final KgwScheme SCHEME = KgwScheme.withDefaults(128);
  private static final WatermarkKey KEY = WatermarkKey.of(987654321L);

  @Test
  void says_only_what_it_read_when_nothing_is_ambiguous() {
    TokenLanguageModel model = TokenLanguageModel.train(copies(500, 7, 8, 9, 10));

    SplittableRandom random = new SplittableRandom(1);
    long asRead =
        LongStream.range(0, 1000)
            .mapToObj(_ -> model.sample(20, null, random))
            .filter(drawn -> Arrays.equals(drawn, new long[] {7, 8, 9, 10}))
            .count();

    assertThat(asRead).isGreaterThan(950);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void chooses_successors_as_often_as_it_read_them(long seed) {
    TokenLanguageModel model = evenSuccessors();

    assertThat(greenShare(model, null, seed))
        .as("seed %d", seed)
        .isCloseTo(baseShare(), offset(0.01));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2.5})
  void a_mark_multiplies_the_odds_of_green_by_e_to_the_delta(double delta) {
    Mark mark = new Mark(SCHEME, KEY, delta);

    double odds = baseShare() / (1 - baseShare()) * Math.exp(delta);

    assertThat(greenShare(evenSuccessors(), mark, 5)).isCloseTo(odds / (1 + odds), offset(0.01));
  }

  /** Reads {@link #FIRST} followed by each of a hundred tokens equally often. */
  private static TokenLanguageModel evenSuccessors() {
    List<long[]> documents = new ArrayList<>();
    for (int token = 2; token < 2 + SUCCESSORS; token++) {
      documents.addAll(copies(20, FIRST, token));
    }
    return TokenLanguageModel.train(documents);
  }

  private static List<long[]> copies(int count, long... document) {
    return Collections.nCopies(count, document);
  }

  private static BitSet green() {
    return new GreenLists(SCHEME, KEY).after(FIRST);
  }

  private static double baseShare() {
    return green().get(2, 2 + SUCCESSORS).cardinality() / (double) SUCCESSORS;
  }

  private static double greenShare(TokenLanguageModel model, @Nullable Mark mark, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet green = green();
    int greenDraws = 0;
    int draws = 0;
    while (draws < DRAWS) {
      long[] drawn = model.sample(2, mark, random);
      if (drawn.length == 2 && drawn[0] == FIRST) {
        draws++;
        greenDraws += green.get((int) drawn[1]) ? 1 : 0;
      }
    }
    return (double) greenDraws / draws;
  }
}
