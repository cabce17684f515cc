package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** The ConfigMaps and Secrets that pods and scalers need, as lines such as {@code Secret a/key}. */
final class References {

  private static final String EVERY_KEY = "*";

  private References() {}

  /** What a cluster must have been given beside the rendering, or else the pods do not start. */
  static Set<String> leftToTheOperator(Rendering rendering) {
    Set<String> missing = new TreeSet<>();
    for (String reference : in(rendering)) {
      if (!isDefined(rendering, reference)) {
        missing.add(reference);
      }
    }
    return missing;
  }

  /** Who mounts or reads the Secret. */
  static Set<String> readersOf(Rendering rendering, String secret) {
    Set<String> readers = new TreeSet<>();
    for (Workload workload : rendering.workloads()) {
      if (in(workload).stream()
          .anyMatch(reference -> reference.matches("Secret " + secret + "(-[a-z0-9]{10})?/.*"))) {
        readers.add(workload.name());
      }
    }
    return readers;
  }

  private static Set<String> in(Rendering rendering) {
    Set<String> references = new TreeSet<>();
    rendering.workloads().forEach(workload -> references.addAll(in(workload)));
    for (JsonNode authentication : rendering.ofKind("TriggerAuthentication")) {
      authentication
          .at("/spec/secretTargetRef")
          .forEach(target -> references.add(reference("Secret", target)));
      authentication
          .at("/spec/configMapTargetRef")
          .forEach(target -> references.add(reference("ConfigMap", target)));
    }
    return references;
  }

  private static Set<String> in(Workload workload) {
    Set<String> references = new TreeSet<>();
    for (JsonNode container : workload.containers()) {
      for (JsonNode source : container.path("envFrom")) {
        addAll(references, "ConfigMap", source.at("/configMapRef/name"));
        addAll(references, "Secret", source.at("/secretRef/name"));
      }
      for (JsonNode variable : container.path("env")) {
        add(references, "ConfigMap", variable.at("/valueFrom/configMapKeyRef"));
        add(references, "Secret", variable.at("/valueFrom/secretKeyRef"));
      }
    }
    for (JsonNode volume : workload.pod().path("volumes")) {
      addVolume(
          references, "ConfigMap", volume.at("/configMap/name"), volume.at("/configMap/items"));
      addVolume(references, "Secret", volume.at("/secret/secretName"), volume.at("/secret/items"));
    }
    return references;
  }

  private static void addVolume(
      Set<String> references, String kind, JsonNode name, JsonNode items) {
    if (items.isMissingNode()) {
      addAll(references, kind, name);
    }
    items.forEach(
        item -> references.add(kind + " " + name.asText() + "/" + item.path("key").asText()));
  }

  private static void addAll(Set<String> references, String kind, JsonNode name) {
    if (!name.isMissingNode()) {
      references.add(kind + " " + name.asText() + "/" + EVERY_KEY);
    }
  }

  private static void add(Set<String> references, String kind, JsonNode keyReference) {
    if (!keyReference.isMissingNode()) {
      references.add(reference(kind, keyReference));
    }
  }

  private static String reference(String kind, JsonNode keyReference) {
    return kind
        + " "
        + keyReference.path("name").asText()
        + "/"
        + keyReference.path("key").asText();
  }

  private static boolean isDefined(Rendering rendering, String reference) {
    String kind = reference.substring(0, reference.indexOf(' '));
    String name = reference.substring(reference.indexOf(' ') + 1, reference.indexOf('/'));
    String key = reference.substring(reference.indexOf('/') + 1);
    return rendering.ofKind(kind).stream()
        .filter(document -> Rendering.nameOf(document).equals(name))
        .anyMatch(document -> key.equals(EVERY_KEY) || document.path("data").has(key));
  }
}
