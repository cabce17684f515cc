package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.kgw.GreenLists;
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

/** Tokens a second where no pair was ever seen: uniform ids, each text with a scorer of its own. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class KgwColdBenchmark {

  static final int TOKENS = 8192;

  @Param public Seeding seeding = Seeding.LEFTHASH;

  private long[] text;
  private GreenLists lists;
  private MarkCount count;

  @Setup
  public void prepare() {
    text = Texts.uniform(1, TOKENS, KgwSetting.VOCABULARY);
    lists = KgwSetting.lists(seeding, 20_261_124);
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public long score() {
    count = new MarkCount(lists, TOKENS);
    return count.sumOver(text);
  }

  long[] text() {
    return text;
  }

  MarkCount count() {
    return count;
  }
}
