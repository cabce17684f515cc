package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.synthid.BayesianScore;
import dev.stillmark.detection.watermark.synthid.MeanScore;
import dev.stillmark.detection.watermark.synthid.ReferenceScore;
import dev.stillmark.detection.watermark.synthid.SamplingTable;
import dev.stillmark.detection.watermark.synthid.SynthIdDialect;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import dev.stillmark.detection.watermark.synthid.WeightedMeanScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of SynthID-Text. */
final class SynthIdFields {

  private static final List<String> KNOWN =
      List.of(
          "keys",
          "depth",
          "ngramLength",
          "ngramLen",
          "samplingTableSize",
          "samplingTableSeed",
          "contextHistorySize",
          "eosTokenId",
          "watermarkMode",
          "beta",
          "delta",
          "prior",
          "dedup");

  static final SchemeDialect TRANSFORMERS =
      new SchemeDialect(
          KNOWN,
          List.of("keys"),
          KeyForm.INTEGERS,
          (fields, key) -> read(fields, key, new SynthIdDialect.Transformers(table(fields))));

  static final SchemeDialect DEEPMIND_2025 =
      new SchemeDialect(
          KNOWN,
          List.of("keys"),
          KeyForm.INTEGERS,
          (fields, key) -> read(fields, key, new SynthIdDialect.DeepMind2025()));

  private SynthIdFields() {}

  private static SamplingTable table(Fields fields) {
    return SamplingTable.draw(
        (int) fields.integer("samplingTableSize", 2, 1 << 23, 1 << 16),
        fields.integer("samplingTableSeed", Integer.MIN_VALUE, 0xffff_ffffL, 0));
  }

  /** The depth is the number of keys; where there are none, {@code depth} says it, or 30. */
  private static WatermarkScheme read(
      Fields fields, @Nullable WatermarkKey key, SynthIdDialect dialect) {
    int depth = key != null ? key.words().size() : (int) fields.integer("depth", 1, 56, 30);
    if (key != null) {
      fields.optional("depth").ifPresent(value -> value.integerWithin(depth, depth));
    }
    return new SynthIdScheme(
        dialect,
        depth,
        (int) fields.integer(List.of("ngramLength", "ngramLen"), 2, 1024, 5),
        (int) fields.integer("contextHistorySize", 1, 1 << 24, 1024),
        fields
            .optional("eosTokenId")
            .map(id -> id.integerWithin(0, Integer.MAX_VALUE))
            .orElse(null),
        fields.choice(
            "watermarkMode", SynthIdScheme.Mode.values(), SynthIdScheme.Mode.NON_DISTORTIONARY),
        score(fields),
        fields.optional("vocabSize").isPresent() ? fields.vocabularySize() : null);
  }

  /**
   * Whether each distinct window counts once, instead of each 16-bit hash; matters to score only.
   */
  static boolean countsWindows(Fields fields) {
    return fields.oneOf("dedup", List.of("hash16", "windows"), "hash16").equals("windows");
  }

  private static ReferenceScore score(Fields fields) {
    List<String> variants = List.of("mean", "weighted-mean", "bayesian");
    return switch (fields.oneOf("variant", variants, "mean")) {
      case "mean" -> new MeanScore();
      case "weighted-mean" -> new WeightedMeanScore();
      default ->
          new BayesianScore(
              numbers(fields.required("beta")),
              fields.required("delta").list().stream().map(SynthIdFields::numbers).toList(),
              fields.required("prior").number());
    };
  }

  private static List<Double> numbers(Value value) {
    return value.list().stream().map(Value::number).toList();
  }
}
