package dev.stillmark.detection.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceSetTest {

  private static final int CAPACITY = 500;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void union_gives_the_same_bytes_however_the_parts_arrive(long seed) {
    Random random = new Random(seed);
    List<EvidenceSet> parts = parts(random);
    byte[] once = EvidenceSet.union(parts).encode();

    List<EvidenceSet> redelivered = new ArrayList<>(parts);
    redelivered.addAll(parts.subList(0, parts.size() / 2));
    Collections.shuffle(redelivered, random);

    assertThat(EvidenceSet.union(redelivered).encode()).as("seed %d", seed).isEqualTo(once);
    assertThat(oneByOne(redelivered).encode()).as("seed %d", seed).isEqualTo(once);
    assertThat(asTree(redelivered, random).encode()).as("seed %d", seed).isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void decoding_gives_back_what_was_encoded(long seed) {
    EvidenceSet set = EvidenceSet.union(parts(new Random(seed)));

    EvidenceSet back = EvidenceSet.decode(set.encode());

    assertThat(back).as("seed %d", seed).isEqualTo(set);
    assertThat(back.conflicts()).isEqualTo(set.conflicts());
    assertThat(back.halvings()).isEqualTo(set.halvings());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_full_set_keeps_whole_groups_and_stays_within_its_capacity(long seed) {
    Random random = new Random(seed);
    EvidenceSet.Builder builder = EvidenceSet.builder(1, CAPACITY);
    for (int i = 0; i < 5 * CAPACITY; i++) {
      builder.add(seed * 1_000_000 + i / 5, i, random.nextInt(), i & 1);
    }

    EvidenceSet full = builder.build();

    assertThat(full.size()).as("seed %d", seed).isBetween(CAPACITY / 4, CAPACITY);
    assertThat(full.halvings()).isGreaterThanOrEqualTo(2);
    assertThat(full.size() % 5).as("every group has all of its five items").isZero();
  }

  @Test
  void two_scores_under_one_item_are_a_conflict_and_never_a_maximum() {
    EvidenceSet green = EvidenceSet.builder(1).add(7, 8, 5, 1).build();
    EvidenceSet red = EvidenceSet.builder(1).add(7, 8, 3, 0).build();

    EvidenceSet both = EvidenceSet.union(List.of(green, red));

    assertThat(both.conflicts()).isEqualTo(1);
    assertThat(both.isConflicted(0)).isTrue();
    assertThat(both.score(0, 0)).isZero();
    assertThat(EvidenceSet.union(List.of(both, green)).conflicts())
        .as("a conflict is never healed by a later copy")
        .isEqualTo(1);
  }

  @Test
  void an_item_keeps_the_smallest_order_of_any_output_that_held_it() {
    EvidenceSet early = EvidenceSet.builder(1).add(7, 8, 5, 1).build();
    EvidenceSet late = EvidenceSet.builder(1).add(7, 8, -1, 1).build();

    assertThat(EvidenceSet.union(List.of(late, early)).order(0)).isEqualTo(5);
  }

  @Test
  void bytes_that_are_not_canonical_are_refused() {
    byte[] bytes = EvidenceSet.builder(1).add(2, 2, 0, 1).add(1, 1, 0, 1).build().encode();
    byte[] swapped = bytes.clone();
    int item = 28;
    int start = bytes.length - 2 * item;
    System.arraycopy(bytes, start, swapped, start + item, item);
    System.arraycopy(bytes, start + item, swapped, start, item);
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

    assertThatThrownBy(() -> EvidenceSet.decode(swapped)).hasMessageContaining("canonical order");
    assertThatThrownBy(() -> EvidenceSet.decode(new byte[40])).hasMessageContaining("magic");
    assertThatThrownBy(() -> EvidenceSet.decode(cut)).hasMessageContaining("bytes long");
  }

  @Test
  void sets_of_different_widths_do_not_merge() {
    List<EvidenceSet> sets = List.of(EvidenceSet.empty(1), EvidenceSet.empty(2));

    assertThatThrownBy(() -> EvidenceSet.union(sets)).hasMessageContaining("1 and 2 words");
  }

  private static List<EvidenceSet> parts(Random random) {
    List<EvidenceSet> parts = new ArrayList<>();
    int universe = 200 + random.nextInt(3000);
    for (int p = 0; p < 12; p++) {
      EvidenceSet.Builder builder = EvidenceSet.builder(2, CAPACITY);
      for (int i = 0; i < 150; i++) {
        long item = random.nextInt(universe);
        boolean conflicting = random.nextInt(400) == 0;
        builder.add(Long.reverse(item / 3), item, random.nextInt(), item & 1, conflicting ? 1 : 0);
      }
      parts.add(builder.build());
    }
    return parts;
  }

  private static EvidenceSet oneByOne(List<EvidenceSet> parts) {
    EvidenceSet merged = EvidenceSet.builder(2, CAPACITY).build();
    for (EvidenceSet part : parts) {
      merged = EvidenceSet.union(List.of(merged, part));
    }
    return merged;
  }

  private static EvidenceSet asTree(List<EvidenceSet> parts, Random random) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int cut = 1 + random.nextInt(parts.size() - 1);
    return EvidenceSet.union(
        List.of(
            asTree(parts.subList(0, cut), random),
            asTree(parts.subList(cut, parts.size()), random)));
  }
}
