package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may call whom by the network policies, as lines such as {@code verdict -> database:5432}. */
final class NetworkArrows {

  private NetworkArrows() {}

  /** What pods may call, whether or not the other side lets them in. */
  static Set<String> outgoing(Rendering rendering) {
    return arrows(rendering, "egress", "to");
  }

  /** What pods let in. */
  static Set<String> incoming(Rendering rendering) {
    return arrows(rendering, "ingress", "from");
  }

  /** Whether a pod without a policy of its own may neither call nor be called. */
  static boolean areDeniedByDefault(Rendering rendering) {
    return rendering.ofKind("NetworkPolicy").stream()
        .map(policy -> policy.path("spec"))
        .anyMatch(spec ->
            spec.path("podSelector").isObject()
                && spec.path("podSelector").isEmpty()
                && spec.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                && spec.path("ingress").isMissingNode()
                && spec.path("egress").isMissingNode());
  }

  private static Set<String> arrows(Rendering rendering, String direction, String peers) {
    Set<String> arrows = new TreeSet<>();
    for (JsonNode policy : rendering.ofKind("NetworkPolicy")) {
      List<String> owners = pods(rendering, policy.at("/spec/podSelector"));
      for (JsonNode rule : policy.path("spec").path(direction)) {
        for (String other : others(rendering, rule.path(peers))) {
          for (String port : ports(rule)) {
            for (String owner : owners) {
              arrows.add(
                  direction.equals("egress")
                      ? owner + " -> " + other + ":" + port
                      : other + " -> " + owner + ":" + port);
            }
          }
        }
      }
    }
    return arrows;
  }

  private static List<String> others(Rendering rendering, JsonNode peers) {
    if (peers.isEmpty()) {
      return List.of("anyone");
    }
    List<String> others = new ArrayList<>();
    for (JsonNode peer : peers) {
      if (peer.has("ipBlock")) {
        others.add(peer.at("/ipBlock/cidr").asText());
      } else if (peer.has("namespaceSelector")) {
        others.add(
            "namespace"
                + labels(peer.path("namespaceSelector"))
                + labels(peer.path("podSelector")));
      } else {
        others.addAll(pods(rendering, peer.path("podSelector")));
      }
    }
    return others;
  }

  private static String labels(JsonNode selector) {
    if (selector.isMissingNode()) {
      return "";
    }
    return Rendering.texts(selector.path("matchLabels"))
        .toString()
        .replace("{", "[")
        .replace("}", "]");
  }

  private static List<String> pods(Rendering rendering, JsonNode selector) {
    return rendering.workloads().stream()
        .filter(workload -> workload.isSelectedBy(selector))
        .map(Workload::name)
        .toList();
  }

  private static List<String> ports(JsonNode rule) {
    List<String> ports = new ArrayList<>();
    for (JsonNode port : rule.path("ports")) {
      String protocol = port.path("protocol").asText();
      ports.add(port.path("port").asText() + (protocol.equals("TCP") ? "" : "/" + protocol));
    }
    return ports.isEmpty() ? List.of("any") : ports;
  }
}
