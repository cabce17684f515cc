package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a cluster would be sent: the documents that one kustomization gives. */
record Rendering(String name, List<JsonNode> documents) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Rendering(String name, String yaml) {
    this(name, parse(yaml));
  }

  private static List<JsonNode> parse(String yaml) {
    List<JsonNode> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(yaml)
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    return List.copyOf(documents);
  }

  /** A copy that may be changed without changing this one. */
  Rendering copy() {
    return new Rendering(
        name, documents.stream().map(document -> (JsonNode) document.deepCopy()).toList());
  }

  List<JsonNode> ofKind(String kind) {
    return documents.stream().filter(d -> d.path("kind").asText().equals(kind)).toList();
  }

  /** The document of that kind and name, without the hash that Kustomize appends to some. */
  JsonNode of(String kind, String name) {
    return ofKind(kind).stream()
        .filter(document -> plainNameOf(document).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(this.name + " has no " + kind + " " + name));
  }

  /** Everything that makes pods. */
  List<Workload> workloads() {
    return documents.stream()
        .filter(document -> !document.at("/spec/template/spec/containers").isMissingNode())
        .map(Workload::new)
        .toList();
  }

  Workload workload(String name) {
    return workloads().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
  }

  static String nameOf(JsonNode document) {
    return document.at("/metadata/name").asText();
  }

  static String plainNameOf(JsonNode document) {
    return nameOf(document).replaceFirst("-[a-z0-9]{10}$", "");
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Map<String, String> texts(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asText()));
  }

  @Override
  public String toString() {
    return name;
  }
}
