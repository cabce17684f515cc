package dev.stillmark.detection.watermark.exp;

import dev.stillmark.detection.watermark.SchemeTrialsContract;
import dev.stillmark.detection.watermark.WatermarkScheme;
import java.util.stream.Stream;

/** Repetitive and marked text for this package. */
class ExpTrialsTest extends SchemeTrialsContract {

  @Override
  protected Stream<WatermarkScheme> schemes() {
    return Stream.of(
        new ExpScheme(V, 1), new ExpScheme(V, 3), new ExpGumbelScheme(V, 2), new PfScheme(V, 2));
  }
}
