package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.threebricks.OpenaiScheme;
import dev.stillmark.detection.watermark.vllm.VllmScheme;
import org.openjdk.jmh.annotations.Param;

/** Tokens a second under the Gumbel watermark. */
public class GumbelBenchmark extends SchemeBenchmark {

  /** The reference implementation whose draws are computed. */
  public enum Dialect {
    THREE_BRICKS,
    VLLM
  }

  @Param public Dialect dialect = Dialect.VLLM;

  @Override
  KeyedScheme key() {
    WatermarkKey key = WatermarkKey.of(20_261_124);
    return switch (dialect) {
      case THREE_BRICKS -> OpenaiScheme.withDefaults(VOCABULARY, 2).with(key);
      case VLLM -> VllmScheme.gumbel().with(key);
    };
  }
}
