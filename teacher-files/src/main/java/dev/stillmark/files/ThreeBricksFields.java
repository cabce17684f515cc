package dev.stillmark.files;

import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.threebricks.MarylandScheme;
import dev.stillmark.detection.watermark.threebricks.OpenaiScheme;
import dev.stillmark.detection.watermark.threebricks.Tail;
import java.util.List;

/** The fields of three_bricks' schemes. */
final class ThreeBricksFields {

  private static final List<String> KNOWN =
      List.of(
          "ngram",
          "contextWidth",
          "seed",
          "seeding",
          "salt",
          "gamma",
          "payload",
          "payloadMax",
          "scoringMethod");

  private static final int SALT = 35_317;

  static final SchemeDialect GUMBEL =
      SchemeDialect.of(KNOWN, List.of("seed"), fields -> read(fields, "openai"));

  static final SchemeDialect GREEN_LISTS =
      SchemeDialect.of(KNOWN, List.of("seed"), fields -> read(fields, "maryland"));

  private ThreeBricksFields() {}

  private static WatermarkScheme read(Fields fields, String variantOtherwise) {
    fields.only("seeding", "hash");
    fields.optional("salt").ifPresent(salt -> salt.integerWithin(SALT, SALT));
    String variant =
        fields.oneOf(
            "variant", List.of("openai", "openai-z", "maryland", "maryland-z"), variantOtherwise);
    Tail tail = variant.endsWith("-z") ? Tail.NORMAL : Tail.EXACT;
    return variant.startsWith("openai") ? openai(fields, tail) : maryland(fields, tail);
  }

  private static WatermarkScheme openai(Fields fields, Tail tail) {
    if (fields.optional("gamma").isPresent()) {
      throw fields.required("gamma").fault("is not a parameter of the variant openai");
    }
    return new OpenaiScheme(
        fields.vocabularySize(),
        ngram(fields),
        payload(fields, "payload"),
        payload(fields, "payloadMax"),
        fields.choice("scoringMethod", ScoringMethod.values(), ScoringMethod.V2),
        tail);
  }

  private static WatermarkScheme maryland(Fields fields, Tail tail) {
    return new MarylandScheme(
        fields.vocabularySize(),
        ngram(fields),
        fields.number("gamma", 0.5),
        payload(fields, "payload"),
        payload(fields, "payloadMax"),
        fields.choice("scoringMethod", ScoringMethod.values(), ScoringMethod.V2),
        tail);
  }

  static int ngram(Fields fields) {
    return (int) fields.integer(List.of("ngram", "contextWidth"), 1, 1024, 1);
  }

  private static int payload(Fields fields, String name) {
    return (int) fields.integer(name, 0, Integer.MAX_VALUE, 0);
  }
}
