package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.text.TiktokenTokenizer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TokenisationBenchmarkTest {

  @Test
  void ids_are_those_of_the_pages() throws IOException {
    TokenisationBenchmark benchmark = new TokenisationBenchmark();
    benchmark.prepare();

    long[] ids = benchmark.encode();

    assertThat(benchmark.text()).hasSizeGreaterThan(50_000);
    assertThat(TiktokenTokenizer.named("cl100k_base").decode(ids)).isEqualTo(benchmark.text());
  }
}
