package dev.stillmark.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Kubernetes' own kinds as classes: a field that they do not have is a misspelt one. */
final class KubernetesSchema {

  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("v1 ConfigMap", ConfigMap.class),
          Map.entry("v1 Namespace", Namespace.class),
          Map.entry("v1 Secret", Secret.class),
          Map.entry("v1 Service", Service.class),
          Map.entry("v1 ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1 Deployment", Deployment.class),
          Map.entry("apps/v1 StatefulSet", StatefulSet.class),
          Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class));

  /** What operators bring along; their schemas are not Kubernetes' own. */
  private static final List<String> OTHERS =
      List.of(
          "keda.sh/v1alpha1 ScaledObject",
          "keda.sh/v1alpha1 TriggerAuthentication",
          "kafka.strimzi.io/v1 KafkaTopic",
          "kafka.strimzi.io/v1 KafkaUser",
          "monitoring.coreos.com/v1 PodMonitor");

  private static final ObjectMapper STRICT =
      new ObjectMapper().setAnnotationIntrospector(new NoCatchAll());

  private KubernetesSchema() {}

  static List<String> brokenBy(Rendering rendering) {
    List<String> broken = new ArrayList<>();
    for (JsonNode document : rendering.documents()) {
      String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();
      Class<?> type = KINDS.get(kind);
      if (type != null) {
        try {
          STRICT.treeToValue(document, type);
        } catch (JsonProcessingException e) {
          broken.add(kind + " " + Rendering.nameOf(document) + ": " + e.getOriginalMessage());
        }
      } else if (!OTHERS.contains(kind)) {
        broken.add("there is no kind " + kind);
      }
    }
    return broken;
  }

  /** The classes have a bag for fields that they do not know; here nothing may fall into it. */
  private static final class NoCatchAll extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }
}
