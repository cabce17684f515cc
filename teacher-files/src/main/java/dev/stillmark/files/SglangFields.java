package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.sglang.SglangScheme;
import dev.stillmark.detection.watermark.sglang.SglangScheme.Variant;
import java.util.List;

/** The fields of SGLang's watermark; its keys are hexadecimal digits. */
final class SglangFields {

  private static final List<String> KNOWN =
      List.of(
          SchemeFile.SECOND_KEY,
          "mixingProbability",
          "contextWindow",
          "contextWidth",
          "maxContexts");

  static final SchemeDialect DIALECT =
      new SchemeDialect(KNOWN, List.of(), KeyForm.HEX_DIGITS, (fields, _) -> read(fields));

  private SglangFields() {}

  private static WatermarkScheme read(Fields fields) {
    boolean hasSecond = fields.optional(SchemeFile.SECOND_KEY).isPresent();
    Variant otherwise = hasSecond ? Variant.DUAL_KEY : Variant.GUMBEL;
    Variant variant = fields.choice("variant", Variant.values(), otherwise);
    double mixing = variant == Variant.GUMBEL ? 1 : SglangScheme.DEFAULT_MIXING_PROBABILITY;
    return new SglangScheme(
        variant,
        fields.number("mixingProbability", mixing),
        (int)
            fields.integer(
                List.of("contextWindow", "contextWidth"),
                1,
                64,
                SglangScheme.DEFAULT_CONTEXT_WINDOW),
        (int)
            fields.integer(
                "maxContexts", 1, SglangScheme.MOST_CONTEXTS, SglangScheme.MOST_CONTEXTS));
  }
}
