package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.dipmark.DipmarkScheme;
import java.util.List;

/** The fields of DiPmark as MarkLLM names them. */
final class DipmarkFields {

  private static final List<String> KNOWN =
      List.of("gamma", "prefixLength", "ignoreHistoryDetection", "hashKey");

  static final SchemeDialect DIALECT =
      new SchemeDialect(KNOWN, List.of("hashKey"), KeyForm.BYTES, (fields, _) -> read(fields));

  private DipmarkFields() {}

  private static WatermarkScheme read(Fields fields) {
    fields.only("variant", "dip");
    return new DipmarkScheme(
        fields.vocabularySize(),
        fields.number("gamma", 0.5),
        (int) fields.integer("prefixLength", 1, 64, 5),
        fields.flag("ignoreHistoryDetection", false));
  }
}
