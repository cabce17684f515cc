package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationSliceTest {

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "97, 1", "97, 96", "1000, 250", "4096, 2048", "50257, 12564"})
  void a_slice_is_the_first_or_the_last_elements_of_the_whole_permutation(int size, int count) {
    for (int seed : new int[] {0, 1, -1, Integer.MIN_VALUE, 424_242}) {
      int[] order = TorchGenerator.seededWith(seed).permutation(size);

      assertThat(new PermutationSlice(size, count, false).under(seed))
          .as("first, seed %d", seed)
          .isEqualTo(setOf(Arrays.copyOf(order, count)));
      assertThat(new PermutationSlice(size, count, true).under(seed))
          .as("last, seed %d", seed)
          .isEqualTo(setOf(Arrays.copyOfRange(order, size - count, size)));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1, true", "97, 1, true", "97, 96, true", "1000, 250, false", "1000, 250, true"})
  void one_membership_agrees_with_the_whole_set(int size, int count, boolean fromEnd) {
    PermutationSlice slice = new PermutationSlice(size, count, fromEnd);
    TorchGenerator scratch = new TorchGenerator();

    for (int seed = -3; seed < 3; seed++) {
      BitSet whole = slice.under(seed);
      for (int element = 0; element < size; element++) {
        assertThat(slice.contains(seed, element, scratch))
            .as("seed %d, element %d", seed, element)
            .isEqualTo(whole.get(element));
      }
    }
  }

  @Test
  void elements_outside_the_permutation_are_in_neither_end() {
    TorchGenerator scratch = new TorchGenerator();

    for (boolean fromEnd : new boolean[] {false, true}) {
      PermutationSlice slice = new PermutationSlice(4, 2, fromEnd);
      for (long foreign : new long[] {-1, 4, 1L << 32, Long.MIN_VALUE}) {
        assertThat(slice.contains(1, foreign, scratch)).isFalse();
      }
    }
  }

  @Test
  void refuses_a_set_that_is_empty_or_everything() {
    assertThatThrownBy(() -> new PermutationSlice(4, 0, false))
        .hasMessage("count must be within 1..3 but is 0");
    assertThatThrownBy(() -> new PermutationSlice(4, 4, true))
        .hasMessage("count must be within 1..3 but is 4");
  }

  private static BitSet setOf(int[] elements) {
    BitSet set = new BitSet();
    Arrays.stream(elements).forEach(set::set);
    return set;
  }
}
