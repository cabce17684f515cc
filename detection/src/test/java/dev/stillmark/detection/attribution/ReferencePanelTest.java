package dev.stillmark.detection.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferencePanelTest {

  private static final TeacherGroup TEACHER =
      new TeacherGroup("t", "v", YearMonth.of(2023, 6), List.of("a", "b"));
  private static final LocalDate DATE = LocalDate.of(2025, 1, 1);

  @Test
  void has_one_digest_whatever_the_order() {
    ReferencePanel panel = panel(List.of(model("a", Map.of()), model("b", Map.of())));
    ReferencePanel reordered = panel(List.of(model("b", Map.of()), model("a", Map.of())));

    assertThat(panel.digest()).matches("[0-9a-f]{64}").isEqualTo(reordered.digest());
  }

  @Test
  void has_another_digest_when_an_exposure_changes() {
    ReferencePanel panel = panel(List.of(model("a", Map.of()), model("b", Map.of())));
    ReferencePanel changed =
        panel(List.of(model("a", Map.of("t", Exposure.TAUGHT)), model("b", Map.of())));

    assertThat(panel.digest()).isNotEqualTo(changed.digest());
  }

  @Test
  void names_each_model_once() {
    assertThatThrownBy(
            () -> panel(List.of(model("a", Map.of()), model("b", Map.of()), model("a", Map.of()))))
        .hasMessage("a panel names each model once but a more often");
  }

  @Test
  void holds_the_references_of_its_teachers() {
    assertThatThrownBy(() -> panel(List.of(model("a", Map.of()))))
        .hasMessage("the references of t must be models of the panel but b is none");
  }

  private static ReferencePanel panel(List<PanelModel> models) {
    return new ReferencePanel("1", DATE, List.of(TEACHER), models);
  }

  private static PanelModel model(String name, Map<String, Exposure> exposures) {
    return new PanelModel(
        name, "family", Optional.empty(), Provenance.DOCUMENTED, Optional.empty(), exposures);
  }
}
