package dev.stillmark.files;

import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.exp.ExpGumbelScheme;
import dev.stillmark.detection.watermark.exp.ExpScheme;
import dev.stillmark.detection.watermark.exp.PfScheme;
import java.util.List;

/** The fields of MarkLLM's exponential schemes. */
final class ExpFields {

  private static final List<String> KNOWN =
      List.of("prefixLength", "ngram", "contextWidth", "hashKey", "seed");

  static final SchemeDialect DIALECT =
      SchemeDialect.of(KNOWN, List.of("hashKey", "seed"), ExpFields::read);

  private ExpFields() {}

  private static WatermarkScheme read(Fields fields) {
    int size = fields.vocabularySize();
    return switch (fields.oneOf("variant", List.of("exp", "exp-gumbel", "pf"), "exp")) {
      case "exp" -> new ExpScheme(size, prefixLength(fields, 4));
      case "exp-gumbel" -> new ExpGumbelScheme(size, prefixLength(fields, 4));
      default -> new PfScheme(size, prefixLength(fields, 8));
    };
  }

  private static int prefixLength(Fields fields, int otherwise) {
    List<String> names = List.of("prefixLength", "ngram", "contextWidth");
    return (int) fields.integer(names, 1, 1024, otherwise);
  }
}
