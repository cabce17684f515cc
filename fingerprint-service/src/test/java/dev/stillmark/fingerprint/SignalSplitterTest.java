package dev.stillmark.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignalSplitterTest {

  private static final Descriptor PHRASES =
      new Descriptor.Phrases("phrases-1", new Teacher("t", "v", null), "0".repeat(64), 3);

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_union_of_all_parts_is_the_signal_in_any_order(int seed) {
    Random random = new Random(seed);
    Signal whole =
        new Signal(
            PHRASES,
            set(random, 1 + random.nextInt(60_000), 2),
            set(random, random.nextInt(9_000), 1),
            set(random, 1, 2));

    List<Signal> pieces =
        new ArrayList<>(
            SignalSplitter.split(List.of(whole)).stream().flatMap(List::stream).toList());
    Collections.shuffle(pieces, random);

    assertThat(EvidenceSet.union(pieces.stream().map(Signal::items).toList()))
        .as("seed %d", seed)
        .isEqualTo(whole.items());
    assertThat(EvidenceSet.union(pieces.stream().map(Signal::decoys).toList()))
        .as("seed %d", seed)
        .isEqualTo(whole.decoys());
    assertThat(EvidenceSet.union(pieces.stream().map(Signal::coverage).toList()))
        .as("seed %d", seed)
        .isEqualTo(whole.coverage());
  }

  @Test
  void no_part_has_more_than_20_000_items_or_nears_one_mebibyte() {
    Random random = new Random(1);
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int size = i == 7 ? 250_000 : random.nextInt(3_000);
      signals.add(new Signal(PHRASES, set(random, size, 2), set(random, 0, 1), set(random, 1, 2)));
    }

    for (List<Signal> part : SignalSplitter.split(signals)) {
      int items = part.stream().mapToInt(s -> s.items().size() + s.coverage().size()).sum();
      int bytes =
          part.stream().mapToInt(s -> Captures.bytes(SignalMapping.extracted(s)).length).sum();
      assertThat(items).isLessThanOrEqualTo(SignalSplitter.PART_ITEMS);
      assertThat(bytes).isLessThan(900_000);
    }
  }

  @Test
  void a_conflicted_item_stays_conflicted() {
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    for (int i = 0; i < 5_000; i++) {
      items.add(i, i, i, 0);
    }
    EvidenceSet set = items.add(77, 77, 3, 1).build();
    Signal signal = new Signal(PHRASES, set, EvidenceSet.empty(1), EvidenceSet.empty(2));

    List<EvidenceSet> slices =
        SignalSplitter.split(List.of(signal)).stream()
            .flatMap(List::stream)
            .map(Signal::items)
            .toList();

    assertThat(slices).hasSizeGreaterThan(1);
    assertThat(EvidenceSet.union(slices)).isEqualTo(set);
    assertThat(EvidenceSet.union(slices).conflicts()).isOne();
  }

  @Test
  void an_output_without_any_signal_still_gives_one_part() {
    assertThat(SignalSplitter.split(List.of())).containsExactly(List.of());
  }

  private static EvidenceSet set(Random random, int size, int words) {
    EvidenceSet.Builder builder = EvidenceSet.builder(words);
    for (int i = 0; i < size; i++) {
      long second = words == 2 ? random.nextLong() : 0;
      builder.add(
          random.nextLong(), random.nextLong(), random.nextInt(), random.nextLong(), second);
    }
    return builder.build();
  }
}
