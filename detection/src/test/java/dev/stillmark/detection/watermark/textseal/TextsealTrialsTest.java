package dev.stillmark.detection.watermark.textseal;

import dev.stillmark.detection.watermark.SchemeTrialsContract;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.stream.Stream;

/** Repetitive and marked text for this package. */
class TextsealTrialsTest extends SchemeTrialsContract {

  @Override
  protected Stream<WatermarkScheme> schemes() {
    return Stream.of(
        TextsealScheme.withDefaults(Method.GREENLIST, 1),
        new TextsealScheme(Method.GREENLIST, 2, 0.25, 30, ScoringMethod.NONE),
        TextsealScheme.withDefaults(Method.DIPMARK, 2),
        TextsealScheme.withDefaults(Method.GUMBELMAX, 1),
        TextsealScheme.withDefaults(Method.SYNTHID, 2),
        TextsealScheme.withDefaults(Method.SYNTHID_WEIGHTED, 3));
  }
}
