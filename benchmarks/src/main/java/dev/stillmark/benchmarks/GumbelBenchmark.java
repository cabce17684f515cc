package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.threebricks.OpenaiScheme;
import dev.stillmark.detection.watermark.vllm.VllmScheme;
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

/** Tokens a second under the Gumbel watermark, de-duplication included. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class GumbelBenchmark {

  static final int TOKENS = 8192;

  private static final int VOCABULARY = 50_257;

  /** The reference implementation whose draws are computed. */
  public enum Dialect {
    THREE_BRICKS,
    VLLM
  }

  @Param public Dialect dialect = Dialect.VLLM;

  private long[] text;
  private MarkCount count;

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

  KeyedScheme key() {
    WatermarkKey key = WatermarkKey.of(20_261_124);
    return switch (dialect) {
      case THREE_BRICKS -> OpenaiScheme.withDefaults(VOCABULARY, 2).with(key);
      case VLLM -> VllmScheme.gumbel().with(key);
    };
  }

  long[] text() {
    return text;
  }

  MarkCount count() {
    return count;
  }
}
