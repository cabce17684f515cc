package dev.stillmark.detection.watermark.synthid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.watermark.Embedder;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme.Mode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TournamentEmbedderTest {

  static Stream<SynthIdDialect> dialects() {
    return Stream.of(Schemes.TABLE, Schemes.SHIFTED);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void a_marked_text_is_found_under_its_key_only(SynthIdDialect dialect) {
    SynthIdScheme scheme = Schemes.of(dialect, 30, 5);
    Random random = new Random(41);
    long[] keys = random.longs(30).map(key -> key >>> 1).toArray();
    long[] text = write(scheme, keys, 400, random);
    long[] others = random.longs(30).map(key -> key >>> 1).toArray();

    assertThat(log10P(scheme, keys, text)).isLessThan(-100);
    assertThat(log10P(scheme, others, text)).isGreaterThan(-4);
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void the_references_own_score_calls_it_watermarked(SynthIdDialect dialect) {
    SynthIdScheme scheme = Schemes.of(dialect, 30, 5);
    Random random = new Random(42);
    long[] text = write(scheme, PublishedKeys.EXAMPLE, 200, random);

    var figures = scheme.with(Schemes.key(PublishedKeys.EXAMPLE)).reference(text, new long[0]);

    assertThat(figures.prediction()).isTrue();
  }

  /** The references state this mean for two leaves and equally likely tokens. */
  @ParameterizedTest
  @CsvSource({"2, 0.625", "4096, 0.74993896484375"})
  void a_layers_mean_is_the_one_that_the_references_expect(int vocabulary, double expected) {
    SynthIdScheme scheme = Schemes.of(Schemes.SHIFTED, 1, 5);
    Random random = new Random(43);
    double[] equal = new double[vocabulary];
    Arrays.fill(equal, 1.0 / vocabulary);
    int draws = vocabulary == 2 ? 40_000 : 4000;
    int set = 0;
    for (int i = 0; i < draws; i++) {
      GValues values = scheme.with(scheme.drawKey(random::nextLong));
      Embedder embedder = new TournamentEmbedder(values);
      long[] ids = Schemes.randomIds(random, 5, vocabulary);
      ids[4] = embedder.choose(equal, ids, 4, random);
      set += (int) values.mask(values.hashAt(ids, 4));
    }

    double error = Math.sqrt(expected * (1 - expected) / draws);
    assertThat(set / (double) draws).isCloseTo(expected, within(4 * error));
  }

  /** Over keys the marked distribution is the model's own. */
  @Test
  void leaves_the_distribution_undistorted_on_average() {
    SynthIdScheme scheme = Schemes.of(Schemes.SHIFTED, 9, 5);
    Random random = new Random(44);
    double[] skewed = {0.6, 0.25, 0.1, 0.05, 0};
    int draws = 40_000;
    int[] chosen = new int[skewed.length];
    for (int i = 0; i < draws; i++) {
      Embedder embedder = scheme.embedder(scheme.drawKey(random::nextLong));
      chosen[embedder.choose(skewed, new long[] {1, 2, 3, 4}, 4, random)]++;
    }

    for (int token = 0; token < skewed.length; token++) {
      double error = Math.sqrt(skewed[token] * (1 - skewed[token]) / draws);
      assertThat(chosen[token] / (double) draws).isCloseTo(skewed[token], within(4 * error));
    }
  }

  @Test
  void samples_freely_where_a_context_comes_again() {
    long[] ids = {1, 2, 3, 4, 9, 1, 2, 3, 4};

    assertThat(choices(Mode.NON_DISTORTIONARY, 1024, ids)).isGreaterThan(50);
    assertThat(choices(Mode.NON_DISTORTIONARY, 4, ids)).isLessThan(30);
    assertThat(choices(Mode.DISTORTIONARY, 1024, ids)).isLessThan(30);
  }

  /** How many different tokens come out; thirty layers leave little choice among 64. */
  private static int choices(Mode mode, int history, long[] ids) {
    SynthIdScheme scheme =
        new SynthIdScheme(Schemes.TABLE, 30, 5, history, null, mode, new MeanScore(), 64);
    Embedder embedder = scheme.embedder(Schemes.key(PublishedKeys.EXAMPLE));
    Random random = new Random(45);
    double[] equal = new double[64];
    Arrays.fill(equal, 1 / 64.0);
    Set<Integer> chosen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      chosen.add(embedder.choose(equal, ids, ids.length, random));
    }
    return chosen.size();
  }

  @Test
  void refuses_probabilities_over_another_vocabulary() {
    SynthIdScheme scheme =
        new SynthIdScheme(
            Schemes.TABLE, 1, 5, 1, null, Mode.NON_DISTORTIONARY, new MeanScore(), 64);
    Embedder embedder = scheme.embedder(Schemes.key(1));

    assertThatThrownBy(() -> embedder.choose(new double[63], new long[0], 0, new Random(1)))
        .hasMessage("probabilities must hold vocabSize = 64 numbers but hold 63");
  }

  private static long[] write(SynthIdScheme scheme, long[] keys, int length, Random random) {
    Embedder embedder = scheme.embedder(Schemes.key(keys));
    long[] text = new long[length];
    for (int i = 0; i < length; i++) {
      text[i] = embedder.choose(modelAfter(i == 0 ? 0 : text[i - 1], random), text, i, random);
    }
    return text;
  }

  private static double[] modelAfter(long previous, Random random) {
    double[] probabilities = new double[200];
    double sum = 0;
    for (int token = 0; token < probabilities.length; token++) {
      double weight = -Math.log1p(-random.nextDouble());
      probabilities[token] = token == previous ? 0 : weight * weight;
      sum += probabilities[token];
    }
    double total = sum;
    Arrays.setAll(probabilities, token -> probabilities[token] / total);
    return probabilities;
  }

  private static double log10P(SynthIdScheme scheme, long[] keys, long[] text) {
    NullLaw.Bits law = scheme.law();
    DistinctWindows windows = Schemes.count(scheme.with(Schemes.key(keys)), text);
    return BinomialTail.log10(
        windows.seeds() * law.depth(), windows.seedBits(), law.ones(), law.levels());
  }
}
