package dev.stillmark.benchmarks;

import dev.stillmark.detection.text.TiktokenTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds to tokenise this repository's own pages. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH prepares before it measures.
public class TokenisationBenchmark {

  @Param({"r50k_base", "cl100k_base", "o200k_base"})
  String encoding;

  private String text;
  private TiktokenTokenizer tokenizer;

  @Setup
  public void prepare() throws IOException {
    text = pages();
    tokenizer = TiktokenTokenizer.named(encoding);
  }

  @Benchmark
  public long[] encode() {
    return tokenizer.encode(text);
  }

  String text() {
    return text;
  }

  /** The pages under docs/, one after another in the order of their paths. */
  private static String pages() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path docs = Files.isDirectory(root.resolve("docs")) ? root : root.resolve("..");
    try (Stream<Path> files = Files.walk(docs.resolve("docs"))) {
      StringBuilder all = new StringBuilder();
      for (Path page : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
        all.append(Files.readString(page));
      }
      return all.toString();
    }
  }
}
