package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import org.openjdk.jmh.annotations.Param;

/** Tokens a second under KGW: warmed up, the scorer remembers every pair of the text. */
public class KgwWarmBenchmark extends SchemeBenchmark {

  @Param public Seeding seeding = Seeding.LEFTHASH;

  @Override
  KeyedScheme key() {
    return KgwSetting.lists(seeding, 20_261_124);
  }
}
