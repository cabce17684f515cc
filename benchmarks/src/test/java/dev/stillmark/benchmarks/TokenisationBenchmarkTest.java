package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.text.TiktokenTokenizer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TokenisationBenchmarkTest {

  @SuppressWarnings("unused")
  static final List<String> NAMES = TiktokenTokenizer.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void ids_are_those_of_the_pages(String encoding) throws IOException {
    TokenisationBenchmark benchmark = new TokenisationBenchmark();
    benchmark.encoding = encoding;
    benchmark.prepare();

    long[] ids = benchmark.encode();

    assertThat(benchmark.text()).hasSizeGreaterThan(50_000);
    assertThat(TiktokenTokenizer.named(encoding).decode(ids)).isEqualTo(benchmark.text());
  }
}
