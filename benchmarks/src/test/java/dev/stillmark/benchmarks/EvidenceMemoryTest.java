package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.EvidenceSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What a suspect's evidence takes while it is held, every array and header counted. */
class EvidenceMemoryTest {

  private static final int WINDOWS = 1_000_000;
  private static final long MOST_BYTES = 32_000_000;

  /** Green lists behind one token: the true key's bit and 127 decoys' in two words. */
  @Test
  void a_million_windows_with_packed_decoys_stay_under_32_megabytes() {
    SplittableRandom random = new SplittableRandom(1);
    EvidenceSet.Builder windows = EvidenceSet.builder(2);
    for (int i = 0; i < WINDOWS; i++) {
      long seed = random.nextInt(50_257) * 0x9e3779b97f4a7c15L;
      windows.add(seed, random.nextLong(), i, random.nextLong(), random.nextLong());
    }
    EvidenceSet set = windows.build();

    assertThat(set.size()).isEqualTo(WINDOWS);
    assertThat(GraphLayout.parseInstance(set).totalSize()).isLessThan(MOST_BYTES);
  }

  /** The worst case of one-word scores: no two windows share a seed. */
  @Test
  void a_million_windows_with_seeds_of_their_own_stay_under_32_megabytes() {
    EvidenceSet set = new EvidenceSetBenchmark().collect();

    assertThat(set.size()).isEqualTo(WINDOWS);
    assertThat(GraphLayout.parseInstance(set).totalSize()).isLessThan(MOST_BYTES);
  }
}
