package dev.stillmark.detection.attribution.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeacherColumnsTest {

  private static final boolean[] NONE_OWN = new boolean[3];

  private final TeacherColumns teachers =
      new TeacherColumns(
          new ReferencePanel(
              "test",
              LocalDate.of(2025, 1, 1),
              List.of(teacher("a1", "a"), teacher("b", "b"), teacher("a2", "a")),
              List.of(model("a1"), model("b"), model("a2"))));

  /** Vendor a: (1 + 3) / 2 = 2; vendor b: 5; their mean 3.5. */
  @Test
  void centres_on_the_mean_of_vendors() {
    double[] centred = teachers.centre(new double[] {1, 5, 3}, NONE_OWN);

    assertThat(centred).containsExactly(new double[] {-2.5, 1.5, -0.5}, within(1e-15));
  }

  /** Vendor a without a2: 1; vendor b: 5; their mean 3. */
  @Test
  void centres_on_teachers_of_other_families_only() {
    boolean[] own = teachers.ownOf(Set.of("a2-family"));

    double[] centred = teachers.centre(new double[] {1, 5, 3}, own);

    assertThat(own).containsExactly(false, false, true);
    assertThat(centred).containsExactly(new double[] {-2, 2, 0}, within(1e-15));
  }

  @Test
  void leaves_out_what_is_missing() {
    double[] centred = teachers.centre(new double[] {1, Double.NaN, 4}, NONE_OWN);

    assertThat(centred[0]).isEqualTo(-1.5);
    assertThat(centred[1]).isNaN();
    assertThat(teachers.centre(new double[] {1, 2, 3}, new boolean[] {true, true, true}))
        .containsOnly(Double.NaN);
  }

  @Test
  void knows_the_teachers_of_a_vendor() {
    assertThat(teachers.sameVendor(0)).containsExactly(0, 2);
    assertThat(teachers.sameVendor(1)).containsExactly(1);
  }

  private static TeacherGroup teacher(String name, String vendor) {
    return new TeacherGroup(name, vendor, YearMonth.of(2023, 6), List.of(name + "-model"));
  }

  private static PanelModel model(String teacher) {
    return new PanelModel(
        teacher + "-model",
        teacher + "-family",
        Optional.empty(),
        Provenance.VENDOR_OWN,
        Optional.empty(),
        Map.of());
  }
}
