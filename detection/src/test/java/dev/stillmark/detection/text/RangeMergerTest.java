package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeMergerTest {

  @Test
  void merges_the_lowest_rank_first_and_the_leftmost_of_equals() {
    SmallRanks ranks = SmallRanks.of(List.of("aa", "ab", "aab"));

    assertThat(merge(ranks, "aab")).containsExactly(258);
    assertThat(merge(ranks, "aaaab")).containsExactly(256, 258);
    assertThat(merge(ranks, "aaaaa")).containsExactly(256, 256, 'a');
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void short_and_long_pieces_merge_as_the_definition_says(long seed) {
    Random random = new Random(seed);
    List<String> tokens = randomTokens(random);
    SmallRanks ranks = SmallRanks.of(tokens);

    for (int length : List.of(1, 2, 20, 63, 64, 65, 66, 200, 500)) {
      String piece = randomPiece(random, length);
      assertThat(merge(ranks, piece))
          .as("seed %d, length %d", seed, length)
          .isEqualTo(byDefinition(tokens, piece));
    }
  }

  private static long[] merge(SmallRanks ranks, String piece) {
    byte[] padded = SmallRanks.padded(("<" + piece).getBytes(StandardCharsets.US_ASCII));
    IdBuffer ids = new IdBuffer(0);
    new RangeMerger(ranks.vocabulary(), padded).merge(1, 1 + piece.length(), ids);
    return ids.toArray();
  }

  private static List<String> randomTokens(Random random) {
    List<String> parts = new ArrayList<>(List.of("a", "b", "c"));
    List<String> tokens = new ArrayList<>();
    while (tokens.size() < 30) {
      String token = oneOf(parts, random) + oneOf(parts, random);
      if (!parts.contains(token)) {
        parts.add(token);
        tokens.add(token);
      }
    }
    return tokens;
  }

  private static String oneOf(List<String> parts, Random random) {
    return parts.get(random.nextInt(parts.size()));
  }

  private static String randomPiece(Random random, int length) {
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < length; i++) {
      piece.append((char) ('a' + random.nextInt(3)));
    }
    return piece.toString();
  }

  private static long[] byDefinition(List<String> tokens, String piece) {
    List<String> parts = new ArrayList<>(piece.chars().mapToObj(Character::toString).toList());
    int best = leftmostLowest(tokens, parts);
    while (best >= 0) {
      parts.set(best, parts.get(best) + parts.remove(best + 1));
      best = leftmostLowest(tokens, parts);
    }
    return parts.stream()
        .mapToLong(part -> part.length() == 1 ? part.charAt(0) : 256 + tokens.indexOf(part))
        .toArray();
  }

  private static int leftmostLowest(List<String> tokens, List<String> parts) {
    for (String token : tokens) {
      for (int i = 0; i + 1 < parts.size(); i++) {
        if (token.equals(parts.get(i) + parts.get(i + 1))) {
          return i;
        }
      }
    }
    return -1;
  }
}
