package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.List;

/** The fields of a green-list scheme as transformers names them. */
final class KgwFields {

  private static final List<String> KNOWN =
      List.of(
          "greenlistRatio",
          "hashingKey",
          "seedingScheme",
          "contextWidth",
          "ignoreRepeatedNgrams",
          "bosTokenId",
          "transformersVersion",
          "bias");

  static final SchemeDialect TRANSFORMERS =
      SchemeDialect.of(KNOWN, List.of("hashingKey"), KgwFields::read);

  private KgwFields() {}

  private static WatermarkScheme read(Fields fields) {
    fields.optional("bias").ifPresent(Value::number);
    int size = fields.vocabularySize();
    KgwScheme defaults = KgwScheme.withDefaults(Math.max(size, 8));
    return new KgwScheme(
        size,
        fields.number("greenlistRatio", defaults.greenlistRatio()),
        fields.choice("seedingScheme", KgwScheme.Seeding.values(), defaults.seeding()),
        (int) fields.integer("contextWidth", 1, 64, defaults.contextWidth()),
        fields.flag("ignoreRepeatedNgrams", false),
        fields.bosTokenId(),
        (int) fields.integer("transformersVersion", 4, 5, defaults.transformersVersion()));
  }
}
