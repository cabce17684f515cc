package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.lmwatermarking.LmWatermarkingScheme;
import dev.stillmark.detection.watermark.lmwatermarking.SeedingScheme;
import java.util.List;

/** The fields of a green-list scheme as lm-watermarking names them. */
final class LmWatermarkingFields {

  private static final List<String> KNOWN =
      List.of(
          "gamma",
          "greenlistRatio",
          "hashingKey",
          "hashKey",
          "seedingScheme",
          "selectGreenTokens",
          "ignoreRepeatedNgrams",
          "windowSizes",
          "bosTokenId",
          "bias");

  static final SchemeDialect DIALECT =
      SchemeDialect.of(KNOWN, List.of("hashingKey", "hashKey"), LmWatermarkingFields::read);

  private LmWatermarkingFields() {}

  private static WatermarkScheme read(Fields fields) {
    fields.optional("bias").ifPresent(Value::number);
    int size = fields.vocabularySize();
    return new LmWatermarkingScheme(
        size,
        fields.number(List.of("gamma", "greenlistRatio"), 0.25),
        fields
            .optional("seedingScheme")
            .map(LmWatermarkingFields::seeding)
            .orElse(SeedingScheme.SELFHASH),
        fields.flag("selectGreenTokens", true),
        fields.flag("ignoreRepeatedNgrams", true),
        fields.optional("windowSizes").map(Value::list).orElse(List.of()).stream()
            .map(value -> (int) value.integerWithin(1, Integer.MAX_VALUE))
            .toList(),
        fields.bosTokenId());
  }

  /** A free-form name may carry a key, which no message may show. */
  private static SeedingScheme seeding(Value value) {
    if (SeedingScheme.keyIn(value.text()).isPresent()) {
      throw value.fault("must not carry a key: name it in the field 'key'");
    }
    try {
      return SeedingScheme.named(value.text());
    } catch (IllegalArgumentException e) {
      throw value.fault(String.valueOf(e.getMessage()).replaceFirst("^seedingScheme ", ""));
    }
  }
}
