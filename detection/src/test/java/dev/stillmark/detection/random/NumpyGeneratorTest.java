package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.Sha256;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NumpyGeneratorTest {

  private static final int STREAMS = 4;
  private static final int MASKS = 126;

  @Test
  void seeds_draws_and_bounded_draws_are_those_of_numpy() {
    assertThat(checkStreams(GoldenFile.own("rng_numpy.jsonl.gz"))).isEqualTo(STREAMS);
  }

  @Test
  void shuffled_masks_are_those_of_numpy() {
    assertThat(checkMasks(GoldenFile.own("rng_numpy.jsonl.gz"))).isEqualTo(MASKS);
  }

  @Test
  @Tag("shared-data")
  void every_shared_row_agrees() {
    List<JsonNode> rows = GoldenFile.shared("rng_numpy.jsonl.gz");

    assertThat(checkStreams(rows)).isEqualTo(STREAMS);
    assertThat(checkMasks(rows)).isEqualTo(MASKS);
    assertThat(rows).hasSize(STREAMS + MASKS);
  }

  private static int checkStreams(List<JsonNode> rows) {
    int checked = 0;
    for (JsonNode row : rows) {
      if (row.has("seed")) {
        int seed = (int) row.get("seed").asLong();
        int[] state =
            Arrays.stream(longs(row.get("seedseq_state8"))).mapToInt(w -> (int) w).toArray();
        NumpyGenerator draws = NumpyGenerator.seededWith(seed);
        NumpyGenerator bounded = NumpyGenerator.seededWith(seed);

        assertThat(new SeedSequence(seed).words(8)).as("seed %d", seed).isEqualTo(state);
        assertThat(LongStream.generate(draws::nextLong).limit(8).boxed())
            .as("seed %d", seed)
            .containsExactly(unsignedLongs(row.get("random_raw64")));
        assertThat(LongStream.generate(() -> multiplied(bounded, 100)).limit(10).boxed())
            .as("seed %d", seed)
            .containsExactly(box(longs(row.get("integers_0_99"))));
        assertThat(permutation(NumpyGenerator.seededWith(seed), 20))
            .as("seed %d", seed)
            .containsExactly(longs(row.get("permutation20")));
        checked++;
      }
    }
    return checked;
  }

  private static int checkMasks(List<JsonNode> rows) {
    int checked = 0;
    for (JsonNode row : rows) {
      if (row.has("mask_sha")) {
        byte[] mask = new byte[row.get("V").asInt()];
        Arrays.fill(mask, 0, row.get("n_green").asInt(), (byte) 1);
        NumpyGenerator.seededWith((int) row.get("hash").asLong()).shuffle(mask);

        assertThat(Sha256.hex(packed(mask))).as("%s", row).isEqualTo(row.get("mask_sha").asText());
        checked++;
      }
    }
    return checked;
  }

  /** What {@code integers} uses in place of the mask: Lemire's product. */
  private static long multiplied(NumpyGenerator generator, int bound) {
    long product = Integer.toUnsignedLong(generator.nextInt()) * bound;
    long threshold = (1L << 32) % bound;
    while ((product & 0xffffffffL) < threshold) {
      product = Integer.toUnsignedLong(generator.nextInt()) * bound;
    }
    return product >>> 32;
  }

  private static long[] permutation(NumpyGenerator generator, int size) {
    byte[] order = new byte[size];
    for (int i = 0; i < size; i++) {
      order[i] = (byte) i;
    }
    generator.shuffle(order);
    return IntStream.range(0, size).mapToLong(i -> order[i]).toArray();
  }

  private static byte[] packed(byte[] mask) {
    BitSet bits = new BitSet(mask.length);
    IntStream.range(0, mask.length).filter(i -> mask[i] == 1).forEach(bits::set);
    return Arrays.copyOf(bits.toByteArray(), (mask.length + 7) / 8);
  }

  private static long[] longs(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }

  private static Long[] unsignedLongs(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(word -> Long.parseUnsignedLong(word.asText()))
        .toArray(Long[]::new);
  }

  private static Long[] box(long[] values) {
    return LongStream.of(values).boxed().toArray(Long[]::new);
  }
}
