package dev.stillmark.files;

import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.textseal.Method;
import dev.stillmark.detection.watermark.textseal.TextsealScheme;
import java.util.List;

/** The fields of TextSeal's schemes. */
final class TextsealFields {

  private static final List<String> KNOWN =
      List.of("ngram", "contextWidth", "gamma", "depth", "scoringMethod", "secretKey");

  static final SchemeDialect DIALECT =
      SchemeDialect.of(KNOWN, List.of("secretKey"), TextsealFields::read);

  private TextsealFields() {}

  private static WatermarkScheme read(Fields fields) {
    return new TextsealScheme(
        fields.choice("variant", Method.values(), Method.GREENLIST),
        (int) fields.integer(List.of("ngram", "contextWidth"), 1, 10, 1),
        fields.number("gamma", 0.5),
        (int) fields.integer("depth", 1, 56, 30),
        fields.choice("scoringMethod", ScoringMethod.values(), ScoringMethod.V2));
  }
}
