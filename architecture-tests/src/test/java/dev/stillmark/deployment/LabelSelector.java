package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Kubernetes' label selectors, as far as the manifests use them. */
final class LabelSelector {

  private LabelSelector() {}

  /** An empty selector matches everything. */
  static boolean matches(JsonNode selector, Map<String, String> labels) {
    return Rendering.texts(selector.path("matchLabels")).entrySet().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
        && Rendering.each(selector.path("matchExpressions"))
            .allMatch(expression -> holds(expression, labels));
  }

  private static boolean holds(JsonNode expression, Map<String, String> labels) {
    if (!expression.path("operator").asText().equals("In")) {
      throw new IllegalArgumentException("only the operator In is understood: " + expression);
    }
    String value = labels.get(expression.path("key").asText());
    return Rendering.each(expression.path("values")).anyMatch(v -> v.asText().equals(value));
  }
}
