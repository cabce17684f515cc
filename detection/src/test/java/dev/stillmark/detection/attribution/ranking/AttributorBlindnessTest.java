package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.Attribution;
import dev.stillmark.detection.attribution.BehaviourSignal;
import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.Measurements;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.Suspect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a suspect's lines may not depend on. */
class AttributorBlindnessTest {

  private static final String[] TEACHERS = {"a", "b", "c"};
  private static final int FAMILIES = 16;

  private final Random random = new Random(7);
  private final ReferencePanel panel = panel();
  private final Measurements measurements = measurements(panel);

  private ReferencePanel panel() {
    MadeUpPanel made = new MadeUpPanel(TEACHERS);
    for (int family = 0; family < FAMILIES; family++) {
      Exposure exposure = family < 5 ? Exposure.TAUGHT : Exposure.VENDOR_CLEAN;
      for (int model = 0; model <= family % 3; model++) {
        made.add(
            "m%d-%d".formatted(family, model),
            "f" + family,
            Map.of("a", exposure, "b", Exposure.VENDOR_CLEAN, "c", Exposure.VENDOR_CLEAN));
      }
    }
    return made.panel();
  }

  private Measurements measurements(ReferencePanel of) {
    List<String> names = new ArrayList<>(of.models().stream().map(PanelModel::name).toList());
    names.addAll(List.of("s", "t"));
    Map<BehaviourSignal, double[][]> scores = new EnumMap<>(BehaviourSignal.class);
    for (BehaviourSignal signal : BehaviourSignal.values()) {
      scores.put(signal, random(names.size(), TEACHERS.length));
    }
    int[] answered = new int[names.size()];
    Arrays.fill(answered, 50);
    double[] lengths = random(1, names.size())[0];
    return new Measurements(
        names, 50, answered, scores, lengths, likeness(names.size(), of.models().size()));
  }

  private double[][] random(int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, column -> random.nextGaussian());
    }
    return values;
  }

  private double[][] likeness(int rows, int columns) {
    double[][] likeness = random(rows, columns);
    for (double[] row : likeness) {
      Arrays.setAll(row, column -> Math.exp(row[column]));
    }
    return likeness;
  }

  private static List<Attribution> lines(
      ReferencePanel panel, Measurements measurements, Suspect... suspects) {
    return new Attributor(panel, 0.2).attribute(measurements, List.of(suspects));
  }

  @ParameterizedTest
  @EnumSource(Exposure.class)
  void its_own_exposures_and_those_of_its_family(Exposure exposure) {
    for (int family = 0; family < FAMILIES; family++) {
      String name = "f" + family;
      Suspect member = new Suspect("m%d-0".formatted(family), name, Optional.empty());
      Suspect relative = new Suspect("s", name, Optional.empty());
      ReferencePanel relabelled =
          relabel(model -> model.family().equals(name) ? with(model, exposure) : model);

      assertThat(lines(relabelled, measurements, member, relative))
          .as("family %d", family)
          .isEqualTo(lines(panel, measurements, member, relative));
    }
  }

  @Test
  void no_exposure_of_its_family_at_all() {
    Suspect member = new Suspect("m5-0", "f5", Optional.empty());
    ReferencePanel erased =
        relabel(model ->
            model.family().equals("f5")
                ? new PanelModel(
                    model.name(),
                    model.family(),
                    Optional.empty(),
                    Provenance.UNKNOWN,
                    Optional.of("a-model"),
                    Map.of())
                : model);

    assertThat(lines(erased, measurements, member)).isEqualTo(lines(panel, measurements, member));
  }

  @Test
  void but_the_exposures_of_others_count() {
    ReferencePanel relabelled =
        relabel(model -> model.family().equals("f7") ? with(model, Exposure.TAUGHT) : model);
    Suspect suspect = MadeUpPanel.suspect("s");

    assertThat(lines(relabelled, measurements, suspect))
        .isNotEqualTo(lines(panel, measurements, suspect));
  }

  @Test
  void the_other_suspects() {
    Suspect s = MadeUpPanel.suspect("s");
    Suspect t = MadeUpPanel.suspect("t");
    Suspect ofPanel = new Suspect("m6-0", "f6", Optional.empty());

    List<Attribution> together = lines(panel, measurements, t, ofPanel, s);

    assertThat(together.subList(6, 9)).isEqualTo(lines(panel, measurements, s));
    assertThat(together.subList(3, 6)).isEqualTo(lines(panel, measurements, ofPanel));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_order_of_the_panels_models(long seed) {
    List<PanelModel> shuffled = new ArrayList<>(panel.models());
    Collections.shuffle(shuffled, new Random(seed));
    ReferencePanel reordered =
        new ReferencePanel(panel.version(), panel.date(), panel.teachers(), shuffled);
    Suspect[] suspects = {
      MadeUpPanel.suspect("s"), new Suspect("m6-0", "f6", Optional.empty()),
    };

    assertThat(lines(reordered, reorder(shuffled), suspects).toString())
        .as("seed %d", seed)
        .isEqualTo(lines(panel, measurements, suspects).toString());
  }

  /** The same figures with the rows, and the columns of likeness, in another order. */
  private Measurements reorder(List<PanelModel> models) {
    List<String> names = new ArrayList<>(models.stream().map(PanelModel::name).toList());
    int panelSize = names.size();
    names.addAll(List.of("s", "t"));
    int[] rows = names.stream().mapToInt(measurements.models()::indexOf).toArray();
    Map<BehaviourSignal, double[][]> scores = new EnumMap<>(BehaviourSignal.class);
    measurements.scores().forEach((signal, matrix) -> scores.put(signal, pick(matrix, rows)));
    double[][] likeness = pick(measurements.likeness(), rows);
    for (int row = 0; row < likeness.length; row++) {
      double[] old = likeness[row];
      likeness[row] = new double[panelSize];
      Arrays.setAll(likeness[row], column -> old[rows[column]]);
    }
    double[] lengths = new double[rows.length];
    Arrays.setAll(lengths, row -> measurements.relativeLength()[rows[row]]);
    return new Measurements(names, 50, measurements.answered(), scores, lengths, likeness);
  }

  private static double[][] pick(double[][] matrix, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> matrix[row]).toArray(double[][]::new);
  }

  private ReferencePanel relabel(UnaryOperator<PanelModel> change) {
    return new ReferencePanel(
        panel.version(),
        panel.date(),
        panel.teachers(),
        panel.models().stream().map(change).toList());
  }

  private static PanelModel with(PanelModel model, Exposure exposure) {
    return new PanelModel(
        model.name(),
        model.family(),
        model.firstSeen(),
        Provenance.WIDELY_REPORTED,
        model.derivedFrom(),
        Map.of("a", exposure, "b", exposure, "c", exposure));
  }
}
