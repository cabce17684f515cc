package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Deployment or StatefulSet, seen as the pods that it makes. */
record Workload(JsonNode document) {

  String name() {
    return Rendering.nameOf(document);
  }

  JsonNode pod() {
    return document.at("/spec/template/spec");
  }

  Map<String, String> labels() {
    return Rendering.texts(document.at("/spec/template/metadata/labels"));
  }

  boolean isSelectedBy(JsonNode selector) {
    return LabelSelector.matches(selector, labels());
  }

  /** All of them, those that run before the others too. */
  List<JsonNode> containers() {
    return Stream.of("containers", "initContainers", "ephemeralContainers")
        .flatMap(field -> Rendering.each(pod().path(field)))
        .toList();
  }

  JsonNode container() {
    return pod().at("/containers/0");
  }

  /** A container's own security setting, or else the pod's. */
  JsonNode security(JsonNode container, String field) {
    JsonNode own = container.path("securityContext").path(field);
    return own.isMissingNode() ? pod().path("securityContext").path(field) : own;
  }

  @Override
  public String toString() {
    return document.path("kind").asText() + " " + name();
  }
}
