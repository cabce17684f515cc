package dev.stillmark.verdicts.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.Provenance;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineageGraphTest {

  private static final LineageGraph GRAPH =
      LineageGraph.of(
          new ReferencePanel(
              "v1",
              LocalDate.parse("2024-06-01"),
              List.of(teacher("t", "a"), teacher("u", "b")),
              List.of(
                  model("a", null, Map.of()),
                  model("b", null, Map.of("t", Exposure.VENDOR_CLEAN)),
                  model("c", "elsewhere", Map.of("t", Exposure.TAUGHT, "u", Exposure.NOT_TAUGHT)),
                  model("d", "c", Map.of("t", Exposure.TAUGHT_IN_PART, "u", Exposure.UNKNOWN)))));

  private static TeacherGroup teacher(String name, String reference) {
    return new TeacherGroup(name, "vendor", YearMonth.of(2023, 3), List.of(reference));
  }

  private static PanelModel model(String name, String base, Map<String, Exposure> exposures) {
    return new PanelModel(
        name,
        "family",
        Optional.empty(),
        Provenance.DOCUMENTED,
        Optional.ofNullable(base),
        exposures);
  }

  private static List<String> edges(LineageGraph graph) {
    return graph.edges().stream()
        .map(edge -> edge.from() + " " + edge.claim() + " " + edge.to())
        .toList();
  }

  @Test
  void draws_what_is_claimed_and_nothing_else() {
    assertThat(edges(GRAPH))
        .containsExactlyInAnyOrder(
            "model:a REFERENCE teacher:t",
            "model:b REFERENCE teacher:u",
            "teacher:t TAUGHT model:c",
            "teacher:t TAUGHT_IN_PART model:d",
            "unresolved:elsewhere DERIVED model:c",
            "model:c DERIVED model:d");
  }

  @Test
  void a_base_that_the_panel_does_not_know_is_a_node() {
    assertThat(GRAPH.nodes())
        .extracting(LineageNode::id)
        .containsExactly(
            "model:a",
            "model:b",
            "model:c",
            "model:d",
            "teacher:t",
            "teacher:u",
            "unresolved:elsewhere");
  }

  @Test
  void counts_what_is_unknown_and_leaves_out_what_a_model_stands_for() {
    assertThat(GRAPH.nodes())
        .filteredOn(LineageNode.Model.class::isInstance)
        .extracting(node -> ((LineageNode.Model) node).exposures())
        .containsExactly(
            new ExposureCounts(0, 0, 0, 0, 1),
            new ExposureCounts(0, 0, 0, 1, 0),
            new ExposureCounts(1, 0, 1, 0, 0),
            new ExposureCounts(0, 1, 0, 0, 1));
  }

  @Test
  void a_claim_is_as_strong_as_what_it_is_known_from() {
    assertThat(GRAPH.edges())
        .filteredOn(edge -> edge.claim() == LineageEdge.Claim.TAUGHT)
        .extracting(LineageEdge::strength)
        .containsExactly(Optional.of(Provenance.DOCUMENTED));
  }

  @Test
  void a_neighbourhood_is_a_model_with_its_edges_and_their_other_ends() {
    LineageGraph near = GRAPH.around("model:d").orElseThrow();

    assertThat(edges(near))
        .containsExactlyInAnyOrder("teacher:t TAUGHT_IN_PART model:d", "model:c DERIVED model:d");
    assertThat(near.nodes())
        .extracting(LineageNode::id)
        .containsExactly("model:c", "model:d", "teacher:t");
    assertThat(GRAPH.around("model:nobody")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 13, 100})
  void pages_make_up_the_graph_with_nodes_first(int limit) {
    List<LineageElement> seen = new ArrayList<>();
    String after = "";
    while (seen.size() < 13) {
      List<LineageElement> page = GRAPH.elements(after, limit);
      seen.addAll(page);
      after = page.getLast().key();
    }

    List<LineageElement> all = new ArrayList<>(GRAPH.nodes());
    all.addAll(GRAPH.edges());
    assertThat(seen).isEqualTo(all);
    assertThat(GRAPH.elements(after, limit)).isEmpty();
  }
}
