package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import dev.stillmark.detection.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchGeneratorTest {

  static List<JsonNode> goldenRows() {
    return GoldenFile.own("rng_torch.jsonl.gz");
  }

  @ParameterizedTest
  @MethodSource("goldenRows")
  void permutations_are_those_of_torch(JsonNode row) throws NoSuchAlgorithmException {
    int checked = 0;
    for (var field : row.properties()) {
      if (field.getKey().startsWith("perm")) {
        int size = Integer.parseInt(field.getKey().substring("perm".length()));
        int[] order = generator(row).permutation(size);

        assertThat(sha256(order))
            .as(field.getKey())
            .isEqualTo(field.getValue().get("sha").asText());
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  @Test
  void draws_are_those_behind_rand_and_randint() {
    assertThat(checkDraws(goldenRows())).isEqualTo(49);
  }

  @Test
  @Tag("shared-data")
  void every_shared_row_agrees() throws NoSuchAlgorithmException {
    List<JsonNode> rows = GoldenFile.shared("rng_torch.jsonl.gz");

    for (JsonNode row : rows) {
      permutations_are_those_of_torch(row);
    }
    assertThat(rows).hasSize(53);
    assertThat(checkDraws(rows)).isEqualTo(49);
  }

  private static int checkDraws(List<JsonNode> rows) {
    int checked = 0;
    for (JsonNode row : rows) {
      if (row.has("rand3x5")) {
        checkFloats(row);
        checkDoubles(row);
        checkIntegers(row);
        checked++;
      }
    }
    return checked;
  }

  private static void checkFloats(JsonNode row) {
    TorchGenerator few = generator(row);
    for (JsonNode expected : row.get("rand3x5")) {
      assertThat(few.nextFloatBits() * 0x1p-24).isEqualTo(expected.asDouble());
    }
    TorchGenerator many = generator(row);
    ByteBuffer bytes = ByteBuffer.allocate(4 * 50_257).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 50_257; i++) {
      bytes.putFloat(many.nextFloatBits() * 0x1p-24f);
    }
    assertThat(Sha256.hex(bytes.array())).isEqualTo(row.get("rand50257").get("sha_f32le").asText());
  }

  /** 53 low bits of two draws, the first of them the high one. */
  private static void checkDoubles(JsonNode row) {
    TorchGenerator generator = generator(row);
    for (JsonNode expected : row.get("rand64_5")) {
      double drawn = (wide(generator) & (1L << 53) - 1) * 0x1p-53;
      assertThat(Double.doubleToLongBits(drawn))
          .isEqualTo(Long.parseUnsignedLong(expected.asText(), 16));
    }
  }

  /** A range below 2^28 takes one draw, a larger one two. */
  private static void checkIntegers(JsonNode row) {
    TorchGenerator narrow = generator(row);
    for (JsonNode expected : row.get("randint_100000")) {
      int drawn = Integer.remainderUnsigned(narrow.nextInt(), 100_000);
      assertThat(drawn).isEqualTo(expected.asInt());
    }
    TorchGenerator wide = generator(row);
    for (JsonNode expected : row.get("randint_2p32")) {
      assertThat(wide(wide) & 0xffffffffL).isEqualTo(expected.asLong());
    }
    TorchGenerator table = generator(row);
    BitSet bits = new BitSet(65_536);
    for (int i = 0; i < 65_536; i++) {
      bits.set(i, (table.nextInt() & 1) == 1);
    }
    assertThat(Sha256.hex(Arrays.copyOf(bits.toByteArray(), 8192)))
        .isEqualTo(row.get("randint2_65536").get("sha_bits_le").asText());
  }

  private static long wide(TorchGenerator generator) {
    long high = generator.nextInt();
    return high << 32 | Integer.toUnsignedLong(generator.nextInt());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 100, 1000, 4096})
  void following_one_element_agrees_with_the_whole_permutation(int size) {
    for (int seed = 0; seed < 20; seed++) {
      int head = 1 + new Random(seed).nextInt(size - 1);
      int[] order = TorchGenerator.seededWith(seed).permutation(size);
      TorchGenerator scratch = new TorchGenerator();

      for (int i = 0; i < size; i += 1 + size / 200) {
        scratch.seed(seed);
        assertThat(scratch.isInHead(order[i], head, size))
            .as("seed %d, size %d, head %d, element %d", seed, size, head, order[i])
            .isEqualTo(i < head);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 100, 1000, 4096})
  void a_prepared_head_is_the_head_of_the_whole_permutation(int size) {
    TorchGenerator scratch = new TorchGenerator();
    for (int seed = -20; seed < 20; seed++) {
      int head = 1 + new Random(seed).nextInt(size - 1);
      int[] order = TorchGenerator.seededWith(seed).permutation(size);

      scratch.seed(seed);
      int[] prepared = scratch.preparedHead(head, size);

      assertThat(Arrays.copyOf(prepared, head))
          .as("seed %d, size %d, head %d", seed, size, head)
          .isEqualTo(Arrays.copyOf(order, head));
    }
  }

  @Test
  void refuses_a_head_that_is_the_whole_and_a_size_that_torch_permutes_otherwise() {
    TorchGenerator generator = TorchGenerator.seededWith(1);

    assertThatThrownBy(() -> generator.permutationWithHead(5, 5))
        .hasMessage("the head of a permutation must be within 0..4 but is 5");
    assertThatThrownBy(() -> generator.permutation(214_748_364))
        .hasMessage("a permutation's size must be within 1..214748363 but is 214748364");
  }

  private static TorchGenerator generator(JsonNode row) {
    return TorchGenerator.seededWith(new BigInteger(row.get("seed").asText()).intValue());
  }

  private static String sha256(int[] order) throws NoSuchAlgorithmException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * order.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int element : order) {
      bytes.putInt(element);
    }
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
  }
}
