package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.vllm.VllmScheme;
import dev.stillmark.detection.watermark.vllm.VllmScheme.Variant;
import java.util.List;

/** The fields of vLLM's watermark. */
final class VllmFields {

  private static final List<String> KNOWN =
      List.of(
          "prf", "alpha", "vllmVersion", "contextWidth", "deduplicateContexts", "pValueThreshold");

  static final SchemeDialect DIALECT = SchemeDialect.of(KNOWN, List.of(), VllmFields::read);

  private static final String LATEST = "0.33.0";

  private VllmFields() {}

  private static WatermarkScheme read(Fields fields) {
    fields.only("prf", "philox");
    Variant variant = fields.choice("variant", Variant.values(), Variant.GUMBEL);
    String version = fields.optional("vllmVersion").map(Value::nonBlankText).orElse(LATEST);
    double byVersion = VllmScheme.defaultAlpha(version);
    return new VllmScheme(
        variant,
        fields.number("alpha", variant == Variant.GUMBEL ? 0 : byVersion),
        (int) fields.integer("contextWidth", 1, 1024, VllmScheme.DEFAULT_CONTEXT_WIDTH),
        fields.flag("deduplicateContexts", true),
        fields.number("pValueThreshold", VllmScheme.DEFAULT_P_VALUE_THRESHOLD));
  }
}
