package dev.stillmark.benchmarks;

import dev.stillmark.detection.watermark.KeyedScheme;
import dev.stillmark.detection.watermark.synthid.SamplingTable;
import dev.stillmark.detection.watermark.synthid.SynthIdDialect;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import java.util.Random;
import org.openjdk.jmh.annotations.Param;

/** Tokens a second under 30 layers of SynthID-Text. */
public class SynthIdBenchmark extends SchemeBenchmark {

  /** The reference implementation whose draws are computed. */
  public enum Dialect {
    TRANSFORMERS,
    DEEPMIND_2025
  }

  @Param public Dialect dialect = Dialect.TRANSFORMERS;

  @Override
  KeyedScheme key() {
    SynthIdDialect draws =
        switch (dialect) {
          case TRANSFORMERS -> new SynthIdDialect.Transformers(SamplingTable.draw(65_536, 0));
          case DEEPMIND_2025 -> new SynthIdDialect.DeepMind2025();
        };
    SynthIdScheme scheme = SynthIdScheme.withDefaults(draws, 30);
    return scheme.with(scheme.drawKey(new Random(3)::nextLong));
  }
}
