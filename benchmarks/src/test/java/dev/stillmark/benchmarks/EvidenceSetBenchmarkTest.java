package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.EvidenceSet;
import org.junit.jupiter.api.Test;

class EvidenceSetBenchmarkTest {

  @Test
  void the_set_holds_every_window() {
    EvidenceSet set = new EvidenceSetBenchmark().collect();

    assertThat(set.size()).isEqualTo(EvidenceSetBenchmark.WINDOWS);
    assertThat(set.halvings()).isZero();
    assertThat(set.conflicts()).isZero();
  }
}
