package dev.stillmark.detection.watermark.threebricks;

import dev.stillmark.detection.watermark.SchemeTrialsContract;
import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.stream.Stream;

/** Repetitive and marked text for this package. */
class ThreeBricksTrialsTest extends SchemeTrialsContract {

  @Override
  protected Stream<WatermarkScheme> schemes() {
    return Stream.of(
        OpenaiScheme.withDefaults(V, 1),
        OpenaiScheme.withDefaults(V, 3),
        new OpenaiScheme(V, 2, 5, 9, ScoringMethod.V2, Tail.NORMAL),
        new MarylandScheme(V, 1, 0.25, 0, 0, ScoringMethod.V2, Tail.EXACT),
        new MarylandScheme(V, 2, 0.5, 3, 7, ScoringMethod.V1, Tail.NORMAL));
  }
}
