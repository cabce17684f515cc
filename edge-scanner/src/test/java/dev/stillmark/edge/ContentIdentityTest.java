package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.OutputIdentity;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentIdentityTest {

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void an_output_has_the_identity_that_ingest_gives_it(long seed) {
    Random random = new Random(seed);
    String[] fields = new String[5];
    Arrays.setAll(fields, i -> text(random));
    int sample = random.nextInt(9);
    long[] prompt = random.longs(random.nextInt(5)).toArray();
    long[] output = random.longs(random.nextInt(5)).toArray();
    boolean hasTokens = random.nextBoolean();

    String atTheEdge =
        ContentIdentity.of(
                fields[0],
                fields[1],
                fields[2],
                sample,
                fields[3],
                fields[4],
                hasTokens ? new CollectedTokens("r50k_base", prompt, output) : null)
            .hex();

    assertThat(atTheEdge)
        .as("seed %d", seed)
        .isEqualTo(
            OutputIdentity.of(
                fields[0],
                fields[1],
                fields[2],
                sample,
                fields[3],
                fields[4],
                hasTokens ? captured(prompt, output) : null));
  }

  private static @Nullable CapturedTokens captured(long[] prompt, long[] output) {
    return new CapturedTokens(
        "r50k_base",
        Arrays.stream(prompt).boxed().toList(),
        Arrays.stream(output).boxed().toList());
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(12), 'a', 0x3ff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
