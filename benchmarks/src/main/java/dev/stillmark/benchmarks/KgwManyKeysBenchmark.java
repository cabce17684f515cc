package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Seconds for a thousand lefthash keys over a text of a thousand distinct pairs, nothing known. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class KgwManyKeysBenchmark {

  static final int KEYS = 1000;

  private long[] text;
  private List<GreenLists> keys;

  @Setup
  public void prepare() {
    text = Texts.uniform(1, 1001, KgwSetting.VOCABULARY);
    keys =
        LongStream.range(0, KEYS)
            .mapToObj(key -> KgwSetting.lists(Seeding.LEFTHASH, 7_046_029_254_386_353_131L + key))
            .toList();
  }

  /** Green pairs of each key, in their order. */
  @Benchmark
  public long[] scan() {
    return keys.stream().mapToLong(key -> new MarkCount(key, text.length).sumOver(text)).toArray();
  }

  long[] text() {
    return text;
  }

  List<GreenLists> keys() {
    return keys;
  }
}
