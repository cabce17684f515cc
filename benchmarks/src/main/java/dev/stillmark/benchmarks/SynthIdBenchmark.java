package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.synthid.SamplingTable;
import dev.stillmark.detection.watermark.synthid.SynthIdDialect;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import java.util.Random;
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

/** Tokens a second under 30 layers of SynthID-Text, de-duplication included. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class SynthIdBenchmark {

  static final int TOKENS = 8192;

  private static final int VOCABULARY = 50_257;

  /** The reference implementation whose draws are computed. */
  public enum Dialect {
    TRANSFORMERS,
    DEEPMIND_2025
  }

  @Param public Dialect dialect = Dialect.TRANSFORMERS;

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
    SynthIdDialect draws =
        switch (dialect) {
          case TRANSFORMERS -> new SynthIdDialect.Transformers(SamplingTable.draw(65_536, 0));
          case DEEPMIND_2025 -> new SynthIdDialect.DeepMind2025();
        };
    SynthIdScheme scheme = SynthIdScheme.withDefaults(draws, 30);
    return scheme.with(scheme.drawKey(new Random(3)::nextLong));
  }

  long[] text() {
    return text;
  }

  MarkCount count() {
    return count;
  }
}
