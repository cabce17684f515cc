package dev.stillmark.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelJsonTest {

  @Test
  void writes_what_is_known_and_leaves_out_what_is_not() {
    TeacherGroup teacher = new TeacherGroup("t", "v", YearMonth.of(2023, 3), List.of("t-1"));
    PanelModel reference =
        new PanelModel(
            "t-1",
            "f",
            Optional.of(LocalDate.of(2023, 7, 15)),
            Provenance.VENDOR_OWN,
            Optional.empty(),
            Map.of());
    PanelModel student =
        new PanelModel(
            "a \"student\"\n",
            "g",
            Optional.empty(),
            Provenance.WIDELY_REPORTED,
            Optional.of("base"),
            Map.of("t", Exposure.TAUGHT_IN_PART));
    ReferencePanel panel =
        new ReferencePanel(
            "1", LocalDate.of(2024, 6, 1), List.of(teacher), List.of(reference, student));

    assertThat(PanelJson.line(panel))
        .isEqualTo(
            """
            {"date":"2024-06-01","teachers":[{"teacher":"t","vendor":"v","firstAvailable":"2023-03",\
            "references":["t-1"]}],"models":[{"model":"t-1","family":"f","firstSeen":"2023-07-15",\
            "provenance":"vendor-own","exposures":{}},{"model":"a \\"student\\"\\n","family":"g",\
            "provenance":"widely-reported","derivedFrom":"base","exposures":{"t":"taught-in-part"}}]}\
            """);
  }
}
