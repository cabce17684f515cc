package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.unigram.UnigramScheme;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.util.List;

/** The fields of a scheme with one green list for all contexts. */
final class UnigramFields {

  private static final List<String> KNOWN =
      List.of("fraction", "gamma", "watermarkKey", "hashKey", "bias");

  private static final List<String> KEY_NAMES = List.of("watermarkKey", "hashKey");

  static final SchemeDialect REPOSITORY =
      SchemeDialect.of(KNOWN, KEY_NAMES, fields -> read(fields, Dialect.UNIGRAM_REPO));

  static final SchemeDialect MARKLLM =
      SchemeDialect.of(KNOWN, KEY_NAMES, fields -> read(fields, Dialect.MARKLLM));

  private UnigramFields() {}

  private static WatermarkScheme read(Fields fields, Dialect dialect) {
    fields.optional("bias").ifPresent(Value::number);
    return new UnigramScheme(
        dialect, fields.vocabularySize(), fields.number(List.of("fraction", "gamma"), 0.5));
  }
}
