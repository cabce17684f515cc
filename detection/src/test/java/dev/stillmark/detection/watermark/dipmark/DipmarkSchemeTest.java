package dev.stillmark.detection.watermark.dipmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DipmarkSchemeTest {

  private static final DipmarkScheme SCHEME = DipmarkScheme.withDefaults(1000);

  /** 0.30000001 and 0.3 are the same 32-bit float, so that place 3 of 10 is green under both. */
  @ParameterizedTest
  @CsvSource({"10, 0.3, 2", "10, 0.30000001, 2", "10, 0.3001, 3", "4096, 0.5, 2047", "2, 0.6, 1"})
  void a_place_is_red_while_its_float_quantile_is_below_gamma(
      int vocabSize, double gamma, int red) {
    DipmarkScheme scheme = new DipmarkScheme(vocabSize, gamma, 5, false);

    assertThat(scheme.redPlaces()).isEqualTo(red);
    assertThat(scheme.law()).isEqualTo(new NullLaw.GreenList(vocabSize, vocabSize - red));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 1000, 32_000, 50_257, 128_256})
  void counts_the_places_as_one_by_one(int vocabSize) {
    Random random = new Random(vocabSize);
    for (int i = 0; i < 20; i++) {
      double gamma = (1 + random.nextInt(vocabSize - 2)) / (double) vocabSize + 1e-9 * i;
      long red =
          IntStream.rangeClosed(1, vocabSize)
              .filter(place -> place / (float) vocabSize < (float) gamma)
              .count();

      if (red > 0) {
        assertThat(new DipmarkScheme(vocabSize, gamma, 1, false).redPlaces())
            .as("gamma %s of %d", gamma, vocabSize)
            .isEqualTo((int) red);
      }
    }
  }

  @Test
  void refuses_parameters_that_leave_no_list() {
    assertThatThrownBy(() -> new DipmarkScheme(1, 0.5, 5, false))
        .hasMessage("vocabSize must be within 2..1000000 but is 1");
    assertThatThrownBy(() -> new DipmarkScheme(10, 1, 5, false))
        .hasMessage("gamma must be within (0, 1) but is 1.0");
    assertThatThrownBy(() -> new DipmarkScheme(10, 0.5, 0, false))
        .hasMessage("prefixLength must be within 1..64 but is 0");
    assertThatThrownBy(() -> new DipmarkScheme(10, 0.05, 5, false))
        .hasMessage("vocabSize and gamma must leave 1..V-1 red places but leave 0");
  }

  @Test
  void refuses_a_key_that_is_no_string_of_bytes_without_showing_it() {
    WatermarkKey key = WatermarkKey.of(List.of(BigInteger.ONE, BigInteger.valueOf(256)));

    assertThatThrownBy(() -> SCHEME.with(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key must hold integers within 0..255 but word 1 is not");
  }

  @Test
  void markllms_default_key_is_public() {
    String hex =
        "6b65a6a48b8148f6b38a088ca65ed389b74d0fb132e706298fadc1a606cb0fb39a1de644815ef6d13b8faa1837f8a8"
            + "8b17fc695a07a0ca6e0822e8f36c031199972a846916419f828b9d2434e465e150bd9c66b3ad3c2d6d1a3d1fa7bc"
            + "8960a923b8c1e9392456de3eb13b9046685257bdd640fb06671ad11c80317fa3b1799d";

    assertThat(SCHEME.isPublished(KeyBytes.of(HexFormat.of().parseHex(hex)))).isTrue();
    assertThat(SCHEME.isPublished(WatermarkKey.of(1))).isFalse();
  }

  @Test
  void a_drawn_key_is_128_bytes_that_the_scheme_takes() {
    WatermarkKey drawn = SCHEME.drawKey(new Random(5)::nextLong);

    assertThat(drawn.words()).hasSize(128);
    assertThatCode(() -> SCHEME.with(drawn)).doesNotThrowAnyException();
  }

  @Test
  void knows_its_answers() {
    assertThatCode(SCHEME::requireKnownAnswers).doesNotThrowAnyException();
  }
}
