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

/** Tokens a second where no pair was ever seen: uniform ids, no list and no pair is known. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class KgwColdBenchmark {

  static final int TOKENS = 1024;

  /** Together far more pairs than a scorer remembers, so that none is known when it comes again. */
  private static final int TEXTS = 400;

  @Param public Seeding seeding = Seeding.LEFTHASH;

  private long[][] texts;
  private int next;
  private MarkCount count;

  @Setup
  public void prepare() {
    texts = new long[TEXTS][];
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = Texts.uniform(i, TOKENS, KgwSetting.VOCABULARY);
    }
    count = new MarkCount(KgwSetting.lists(seeding, 20_261_124), TOKENS);
  }

  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public long score() {
    next = (next + 1) % TEXTS;
    return count.sumOver(texts[next]);
  }

  long[] lastText() {
    return texts[next];
  }

  MarkCount count() {
    return count;
  }
}
