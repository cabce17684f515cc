package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tokens a second where the scorer remembers every pair of the text. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class KgwWarmBenchmark {

  static final int TOKENS = 16_384;

  @Param public Seeding seeding = Seeding.LEFTHASH;

  private long[] text;
  private MarkCount count;

  @Setup
  public void prepare() {
    text = Texts.zipf(1, TOKENS, KgwSetting.VOCABULARY);
    count = new MarkCount(KgwSetting.lists(seeding, 20_261_124), TOKENS);
    count.sumOver(text);
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public long score() {
    return count.sumOver(text);
  }

  long[] text() {
    return text;
  }

  MarkCount count() {
    return count;
  }
}
