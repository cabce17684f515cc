package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.SchemeTrials.FalseAlarms;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Repetitive text under many keys, and text that carries one: what every scheme must withstand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SchemeTrialsContract {

  /** The vocabulary of the schemes under trial. */
  protected static final int V = 512;

  private static final int KEYS = 300;
  private static final WatermarkKey KEY = WatermarkKey.of(20_261_125);

  protected abstract Stream<WatermarkScheme> schemes();

  @ParameterizedTest
  @MethodSource("schemes")
  void wrong_keys_alarm_no_more_often_than_promised(WatermarkScheme scheme) {
    long[] text = SchemeTrials.loopingText(V, 600, 20_261_125);

    FalseAlarms alarms = SchemeTrials.falseAlarms(scheme, text, KEYS, 31);

    String what = scheme.label() + ", text 20261125, keys 31: " + alarms;
    assertThat((double) alarms.atFivePercent())
        .as(what)
        .isLessThanOrEqualTo(FalseAlarms.bound(KEYS, 0.05));
    assertThat((double) alarms.atOnePercent())
        .as(what)
        .isLessThanOrEqualTo(FalseAlarms.bound(KEYS, 0.01));
    assertThat(alarms.meanE()).as(what).isLessThanOrEqualTo(1.5);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void marked_text_is_found_under_its_key_and_under_no_other(WatermarkScheme scheme) {
    long[] text = SchemeTrials.markedText(scheme.with(KEY), V, 600, 4, 4);

    assertThat(SchemeTrials.tally(scheme.with(KEY), text).log10P())
        .as("%s, text 4", scheme.label())
        .isLessThan(-20);
    assertThat(SchemeTrials.tally(scheme.with(WatermarkKey.of(77)), text).log10P())
        .as("%s, text 4", scheme.label())
        .isGreaterThan(-3);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void known_answers_hold_and_only_default_keys_are_published(WatermarkScheme scheme) {
    scheme.requireKnownAnswers();

    assertThat(scheme.isPublished(KEY)).isFalse();
    assertThat(scheme.effectiveKey(KEY))
        .isEqualTo(scheme.effectiveKey(WatermarkKey.of(20_261_125)));
    assertThat(scheme.effectiveKey(KEY)).isNotEqualTo(scheme.effectiveKey(WatermarkKey.of(77)));
  }
}
