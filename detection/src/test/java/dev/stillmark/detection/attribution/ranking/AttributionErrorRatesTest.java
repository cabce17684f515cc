package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Claim;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.stats.ErrorRate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How often ranks are small over many made-up worlds, in each of which families are drawn anew: of
 * one to six models that have most of their scores in common.
 */
class AttributionErrorRatesTest {

  private static final long SEED = 20_250_101;
  private static final int WORLDS = 400;
  private static final int FAMILIES = 19;
  private static final double CONFIDENCE = 0.9999;
  private static final double SHIFT = 4;

  private static final Attribution[] UNTAUGHT = new Attribution[WORLDS];
  private static final Attribution[] TAUGHT = new Attribution[WORLDS];
  private static int falseClaims;

  @BeforeAll
  static void draw_worlds() {
    Random random = new Random(SEED);
    for (int world = 0; world < WORLDS; world++) {
      MadeUpPanel made = new MadeUpPanel("a", "b", "c");
      for (int family = 0; family < FAMILIES; family++) {
        for (int model = 0; model <= random.nextInt(6); model++) {
          made.add("m%d-%d".formatted(family, model), "f" + family, Exposure.VENDOR_CLEAN);
        }
      }
      List<Attribution> lines =
          new Attributor(made.panel(), 0.05)
              .attribute(
                  measurements(made, random),
                  List.of(MadeUpPanel.suspect("untaught"), MadeUpPanel.suspect("taught")));
      UNTAUGHT[world] = lines.get(world % 3);
      TAUGHT[world] = lines.get(3);
      falseClaims += claims(lines.subList(0, 3)) ? 1 : 0;
    }
  }

  private static boolean claims(List<Attribution> lines) {
    return lines.stream().anyMatch(line -> line.claim() == Claim.TRAINED_ON_VENDOR);
  }

  private static Measurements measurements(MadeUpPanel made, Random random) {
    List<PanelModel> models = made.panel().models();
    Map<BehaviourSignal, double[][]> scores = new EnumMap<>(BehaviourSignal.class);
    for (BehaviourSignal signal : BehaviourScore.FUSED.signals()) {
      Map<String, double[]> ofFamily = new HashMap<>();
      double[][] matrix = new double[models.size() + 2][];
      for (int row = 0; row < matrix.length; row++) {
        String family = row < models.size() ? models.get(row).family() : "suspect" + row;
        double[] common = ofFamily.computeIfAbsent(family, any -> normal(random));
        double[] own = normal(random);
        matrix[row] = new double[3];
        Arrays.setAll(matrix[row], t -> common[t] + 0.5 * own[t]);
      }
      matrix[models.size() + 1][0] += SHIFT;
      scores.put(signal, matrix);
    }
    return made.measurements(scores, "untaught", "taught");
  }

  private static double[] normal(Random random) {
    return random.doubles(3, -1, 1).map(u -> 3 * u * u * u).toArray();
  }

  /** The suspect stands for a family of its own, which is a draw like the others of one model. */
  @Test
  void family_ranks_are_small_no_more_often_than_they_say() {
    for (double level : new double[] {0.05, 0.1, 0.2, 0.5}) {
      assertThat(rate(UNTAUGHT, Attribution::familyPanelP, level).lower(CONFIDENCE))
          .as("seed %d level %s", SEED, level)
          .isLessThanOrEqualTo(level);
    }
  }

  @Test
  void pooled_ranks_are_small_no_more_often_than_they_say() {
    for (double level : new double[] {0.05, 0.1, 0.2, 0.5}) {
      assertThat(rate(UNTAUGHT, Attribution::pooledP, level).lower(CONFIDENCE))
          .as("seed %d level %s", SEED, level)
          .isLessThanOrEqualTo(level);
    }
  }

  @Test
  void training_is_claimed_of_the_untaught_no_more_often_than_alpha() {
    assertThat(new ErrorRate(falseClaims, WORLDS).lower(CONFIDENCE))
        .as("seed %d", SEED)
        .isLessThanOrEqualTo(0.05);
  }

  @Test
  void training_that_shows_is_found() {
    long claimed =
        Arrays.stream(TAUGHT).filter(line -> line.claim() == Claim.TRAINED_ON_VENDOR).count();

    assertThat(rate(TAUGHT, Attribution::familyPanelP, 0.05).rate())
        .as("seed %d", SEED)
        .isGreaterThan(0.9);
    assertThat(rate(TAUGHT, Attribution::pooledP, 0.05).rate())
        .as("seed %d", SEED)
        .isGreaterThan(0.9);
    assertThat(claimed).as("seed %d", SEED).isGreaterThan(9 * WORLDS / 10);
  }

  private static ErrorRate rate(
      Attribution[] lines, Function<Attribution, OptionalDouble> p, double level) {
    long events =
        Arrays.stream(lines).filter(line -> p.apply(line).getAsDouble() <= level + 1e-12).count();
    return new ErrorRate(events, lines.length);
  }
}
