package dev.stillmark.verdicts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.stillmark.verdicts.lineage.ExposureCounts;
import dev.stillmark.verdicts.lineage.LineageEdge;
import dev.stillmark.verdicts.lineage.LineageElement;
import dev.stillmark.verdicts.lineage.LineageGraph;
import dev.stillmark.verdicts.lineage.LineageNode;
import dev.stillmark.verdicts.store.PanelRow;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** A piece of a lineage graph, of which nodes come before edges. */
@Schema(name = "Lineage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineageView(
    String panel,
    String digest,
    String date,
    @Schema(description = "Of the graph that was asked for, whatever the page shows") Counts counts,
    List<Node> nodes,
    List<Edge> edges,
    @Nullable String nextCursor) {

  /** How much there is. */
  @Schema(name = "LineageCounts")
  record Counts(int nodes, int edges) {}

  /** A node; its kind says which. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Teacher.class, name = "teacher"),
    @JsonSubTypes.Type(value = Model.class, name = "model"),
    @JsonSubTypes.Type(value = Unresolved.class, name = "unresolved")
  })
  @Schema(
      name = "LineageNode",
      oneOf = {Teacher.class, Model.class, Unresolved.class},
      properties = @SchemaProperty(name = "kind", description = "teacher, model or unresolved"))
  sealed interface Node {

    static Node of(LineageNode node) {
      return switch (node) {
        case LineageNode.Teacher teacher -> Teacher.of(teacher);
        case LineageNode.Model model -> Model.of(model);
        case LineageNode.Unresolved unresolved -> Unresolved.of(unresolved);
      };
    }
  }

  /** A teacher. */
  @Schema(name = "LineageTeacher")
  record Teacher(String id, String name, String vendor, String firstAvailable) implements Node {

    private static Teacher of(LineageNode.Teacher node) {
      return new Teacher(
          node.id(), node.name(), node.group().vendor(), node.group().firstAvailable().toString());
    }
  }

  /** A model of the panel. */
  @Schema(name = "LineageModel")
  record Model(
      String id,
      String name,
      String family,
      @Schema(nullable = true, description = "null if unknown") @Nullable String firstSeen,
      String provenance,
      @Schema(
              description =
                  "To how many teachers, less those that it stands for, its exposure is which; what"
                      + " is unknown has no edge")
          ExposureCounts exposures)
      implements Node {

    private static Model of(LineageNode.Model node) {
      return new Model(
          node.id(),
          node.name(),
          node.model().family(),
          node.model().firstSeen().map(Object::toString).orElse(null),
          Word.of(node.model().provenance()),
          node.exposures());
    }
  }

  /** A base that the panel does not know. */
  @Schema(name = "LineageUnresolved")
  record Unresolved(String id, String name) implements Node {

    private static Unresolved of(LineageNode.Unresolved node) {
      return new Unresolved(node.id(), node.name());
    }
  }

  /** A claim about two nodes. */
  @Schema(name = "LineageEdge")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Edge(
      @Schema(description = "The id of the node that gave") String from,
      @Schema(description = "The id of the node that got") String to,
      @Schema(description = "documented: the panel says it") String source,
      @Schema(description = "taught, taught-in-part, derived, or reference: it stands for")
          String claim,
      @Schema(
              nullable = true,
              description =
                  "How well it is known: documented, widely-reported, vendor-own, data-anomaly or"
                      + " unknown; absent where the panel itself says it")
          @Nullable String strength) {

    private static Edge of(LineageEdge edge) {
      return new Edge(
          edge.from(),
          edge.to(),
          Word.of(edge.source()),
          Word.of(edge.claim()),
          edge.strength().map(Word::of).orElse(null));
    }
  }

  static LineageView of(PanelRow panel, LineageGraph graph, Page<LineageElement> page) {
    return new LineageView(
        panel.version,
        panel.digest,
        panel.date,
        new Counts(graph.nodes().size(), graph.edges().size()),
        page.items().stream()
            .filter(LineageNode.class::isInstance)
            .map(node -> Node.of((LineageNode) node))
            .toList(),
        page.items().stream()
            .filter(LineageEdge.class::isInstance)
            .map(edge -> Edge.of((LineageEdge) edge))
            .toList(),
        page.nextCursor());
  }
}
