package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.unigram.UnigramScheme;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.util.List;

/** The fields of a scheme with one green list for all contexts. */
final class UnigramFields {

  private static final List<String> KNOWN =
      List.of("fraction", "gamma", "watermarkKey", "hashKey", "bias");

  static final SchemeDialect REPOSITORY = of(Dialect.UNIGRAM_REPO);

  static final SchemeDialect MARKLLM = of(Dialect.MARKLLM);

  private UnigramFields() {}

  private static SchemeDialect of(Dialect dialect) {
    return SchemeDialect.of(
        KNOWN, List.of("watermarkKey", "hashKey"), fields -> read(fields, dialect));
  }

  private static WatermarkScheme read(Fields fields, Dialect dialect) {
    fields.optional("bias").ifPresent(Value::number);
    return new UnigramScheme(
        dialect, fields.vocabularySize(), fields.number(List.of("fraction", "gamma"), 0.5));
  }
}
