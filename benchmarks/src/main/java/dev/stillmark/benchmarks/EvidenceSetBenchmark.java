package dev.stillmark.benchmarks;

import dev.stillmark.detection.evidence.EvidenceSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds and bytes to collect a million windows into one set. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Thread)
public class EvidenceSetBenchmark {

  static final int WINDOWS = 1_000_000;

  @Benchmark
  public EvidenceSet collect() {
    EvidenceSet.Builder windows = EvidenceSet.builder(1);
    long item = 0;
    for (int i = 0; i < WINDOWS; i++) {
      item += 0x9e3779b97f4a7c15L;
      windows.add(item, item, i, i & 1);
    }
    return windows.build();
  }
}
