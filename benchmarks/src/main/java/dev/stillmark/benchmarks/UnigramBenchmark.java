package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.unigram.UnigramScheme;
import org.openjdk.jmh.annotations.Param;

/** Tokens a second under Unigram-Watermark. */
public class UnigramBenchmark extends SchemeBenchmark {

  @Param public UnigramScheme.Dialect dialect = UnigramScheme.Dialect.UNIGRAM_REPO;

  @Override
  KeyedScheme key() {
    return UnigramScheme.withDefaults(dialect, VOCABULARY).with(WatermarkKey.of(20_261_124));
  }
}
