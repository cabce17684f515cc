package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.markllm.FScheme;
import dev.stillmark.detection.watermark.markllm.MarkLlmKgwScheme;
import dev.stillmark.detection.watermark.markllm.WindowScheme;
import java.util.List;

/** The fields of a green-list scheme as MarkLLM names them. */
final class MarkLlmKgwFields {

  private static final List<String> KNOWN =
      List.of("gamma", "hashKey", "fScheme", "windowScheme", "prefixLength", "bias");

  static final SchemeDialect DIALECT =
      SchemeDialect.of(KNOWN, List.of("hashKey"), MarkLlmKgwFields::read);

  private MarkLlmKgwFields() {}

  private static WatermarkScheme read(Fields fields) {
    fields.optional("bias").ifPresent(Value::number);
    return new MarkLlmKgwScheme(
        fields.vocabularySize(),
        fields.number("gamma", 0.5),
        fields.choice("fScheme", FScheme.values(), FScheme.TIME),
        fields.choice("windowScheme", WindowScheme.values(), WindowScheme.LEFT),
        (int) fields.integer("prefixLength", 1, 1024, 1));
  }
}
