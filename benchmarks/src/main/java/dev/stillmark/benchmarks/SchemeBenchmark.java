package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Tokens a second of natural frequencies under one key of a scheme, de-duplication included. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public abstract class SchemeBenchmark {

  static final int TOKENS = 8192;
  static final int VOCABULARY = 50_257;

  private long[] text;
  private MarkCount count;

  abstract KeyedScheme key();

  @Setup
  public void prepare() {
    text = Texts.zipf(2, TOKENS, VOCABULARY);
    count = new MarkCount(key(), TOKENS);
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
