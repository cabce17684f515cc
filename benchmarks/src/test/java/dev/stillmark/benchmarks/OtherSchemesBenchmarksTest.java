package dev.stillmark.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.unigram.UnigramScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtherSchemesBenchmarksTest {

  @ParameterizedTest
  @EnumSource
  void gumbel_sums_are_those_position_by_position(GumbelBenchmark.Dialect dialect) {
    GumbelBenchmark benchmark = new GumbelBenchmark();
    benchmark.dialect = dialect;

    assertSumsAsPositionByPosition(benchmark);
  }

  @ParameterizedTest
  @EnumSource
  void synthid_sums_are_those_position_by_position(SynthIdBenchmark.Dialect dialect) {
    SynthIdBenchmark benchmark = new SynthIdBenchmark();
    benchmark.dialect = dialect;

    assertSumsAsPositionByPosition(benchmark);
  }

  @ParameterizedTest
  @EnumSource
  void unigram_sums_are_those_position_by_position(UnigramScheme.Dialect dialect) {
    UnigramBenchmark benchmark = new UnigramBenchmark();
    benchmark.dialect = dialect;

    assertSumsAsPositionByPosition(benchmark);
  }

  private static void assertSumsAsPositionByPosition(SchemeBenchmark benchmark) {
    benchmark.prepare();

    long sum = benchmark.score();

    assertThat(new PlainCount(benchmark.count().distinct(), sum))
        .isEqualTo(PlainCount.of(benchmark.key(), benchmark.text()));
  }
}
