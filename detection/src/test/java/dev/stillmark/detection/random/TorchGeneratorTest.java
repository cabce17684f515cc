package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.detection.GoldenFile;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
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

  @ParameterizedTest
  @MethodSource("goldenRows")
  void draws_are_those_behind_rand_and_randint(JsonNode row) {
    if (!row.has("rand3x5")) {
      return;
    }
    TorchGenerator forFloats = generator(row);
    for (JsonNode expected : row.get("rand3x5")) {
      assertThat((forFloats.nextInt() & 0xffffff) * 0x1p-24).isEqualTo(expected.asDouble());
    }
    TorchGenerator forIntegers = generator(row);
    for (JsonNode expected : row.get("randint_100000")) {
      int drawn = Integer.remainderUnsigned(forIntegers.nextInt(), 100_000);
      assertThat(drawn).isEqualTo(expected.asInt());
    }
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
        scratch.seed(seed);
        assertThat(scratch.isInPreparedHead(order[i], head, size))
            .as("prepared: seed %d, size %d, head %d, element %d", seed, size, head, order[i])
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
