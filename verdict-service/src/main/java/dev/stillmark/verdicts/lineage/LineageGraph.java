package dev.stillmark.verdicts.lineage;

import dev.stillmark.detection.attribution.Exposure;
import dev.stillmark.detection.attribution.PanelModel;
import dev.stillmark.detection.attribution.ReferencePanel;
import dev.stillmark.detection.attribution.TeacherGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which model comes from which, as far as a reference panel says.
 *
 * <p>An exposure that is unknown or denied is no edge; the nodes count it.
 *
 * @param nodes by key
 * @param edges by key, between these nodes
 */
public record LineageGraph(List<LineageNode> nodes, List<LineageEdge> edges) {

  public LineageGraph {
    nodes = sorted(nodes);
    edges = sorted(edges);
  }

  private static <T extends LineageElement> List<T> sorted(List<T> elements) {
    return elements.stream().sorted(Comparator.comparing(LineageElement::key)).toList();
  }

  /** The whole graph of a panel. */
  public static LineageGraph of(ReferencePanel panel) {
    Map<String, LineageNode> nodes = new TreeMap<>();
    List<LineageEdge> edges = new ArrayList<>();
    Map<String, Set<String>> standsFor = new HashMap<>();
    for (TeacherGroup teacher : panel.teachers()) {
      add(nodes, new LineageNode.Teacher(teacher));
      for (String model : teacher.references()) {
        standsFor.computeIfAbsent(model, _ -> new HashSet<>()).add(teacher.name());
        edges.add(reference(model, teacher));
      }
    }
    for (PanelModel model : panel.models()) {
      add(nodes, new LineageNode.Model(model, exposures(model, panel.teachers(), standsFor)));
    }
    for (PanelModel model : panel.models()) {
      model.derivedFrom().map(base -> derived(base, model, nodes)).ifPresent(edges::add);
      edges.addAll(taught(model));
    }
    return new LineageGraph(List.copyOf(nodes.values()), edges);
  }

  private static void add(Map<String, LineageNode> nodes, LineageNode node) {
    nodes.put(node.id(), node);
  }

  private static LineageEdge reference(String model, TeacherGroup teacher) {
    return new LineageEdge(
        LineageNode.Model.id(model),
        LineageNode.Teacher.id(teacher.name()),
        LineageEdge.Source.DOCUMENTED,
        LineageEdge.Claim.REFERENCE,
        Optional.empty());
  }

  private static ExposureCounts exposures(
      PanelModel model, List<TeacherGroup> teachers, Map<String, Set<String>> standsFor) {
    Set<String> itself = standsFor.getOrDefault(model.name(), Set.of());
    return ExposureCounts.of(
        teachers.stream()
            .map(TeacherGroup::name)
            .filter(teacher -> !itself.contains(teacher))
            .map(model::exposureTo)
            .toList());
  }

  private static LineageEdge derived(
      String base, PanelModel model, Map<String, LineageNode> nodes) {
    String from = LineageNode.Model.id(base);
    if (!nodes.containsKey(from)) {
      from = LineageNode.Unresolved.id(base);
      add(nodes, new LineageNode.Unresolved(base));
    }
    return known(from, model, LineageEdge.Claim.DERIVED);
  }

  private static List<LineageEdge> taught(PanelModel model) {
    return model.exposures().entrySet().stream()
        .flatMap(exposure ->
            claim(exposure.getValue())
                .map(claim -> known(LineageNode.Teacher.id(exposure.getKey()), model, claim))
                .stream())
        .toList();
  }

  private static Optional<LineageEdge.Claim> claim(Exposure exposure) {
    return switch (exposure) {
      case TAUGHT -> Optional.of(LineageEdge.Claim.TAUGHT);
      case TAUGHT_IN_PART -> Optional.of(LineageEdge.Claim.TAUGHT_IN_PART);
      case NOT_TAUGHT, VENDOR_CLEAN, UNKNOWN -> Optional.empty();
    };
  }

  private static LineageEdge known(String from, PanelModel to, LineageEdge.Claim claim) {
    return new LineageEdge(
        from,
        LineageNode.Model.id(to.name()),
        LineageEdge.Source.DOCUMENTED,
        claim,
        Optional.of(to.provenance()));
  }

  /**
   * The node of that id with its edges and the nodes at their other ends; empty if there is none.
   */
  public Optional<LineageGraph> around(String id) {
    Set<String> ids = new HashSet<>();
    ids.add(id);
    List<LineageEdge> near =
        edges.stream().filter(edge -> edge.from().equals(id) || edge.to().equals(id)).toList();
    near.forEach(edge -> ids.addAll(List.of(edge.from(), edge.to())));
    List<LineageNode> shown = nodes.stream().filter(node -> ids.contains(node.id())).toList();
    boolean there = shown.stream().anyMatch(node -> node.id().equals(id));
    return there ? Optional.of(new LineageGraph(shown, near)) : Optional.empty();
  }

  /** At most {@code limit} elements after the one with the key {@code after}. */
  public List<LineageElement> elements(String after, int limit) {
    List<LineageElement> all = new ArrayList<>(nodes);
    all.addAll(edges);
    return all.stream().filter(element -> element.key().compareTo(after) > 0).limit(limit).toList();
  }
}
