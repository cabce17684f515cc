package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What every pod keeps to, whoever's image it runs: each method lists what is broken. */
final class PodRules {

  private static final Set<String> VOLUMES = Set.of("emptyDir", "secret", "configMap");

  private PodRules() {}

  static List<String> brokenBy(Rendering rendering) {
    Complaints complaints = new Complaints();
    for (Workload workload : rendering.workloads()) {
      complaints.about(workload.toString());
      checkPod(workload, complaints);
      for (JsonNode container : workload.containers()) {
        complaints.about(workload + " container " + container.path("name").asText());
        checkSecurity(workload, container, complaints);
        checkResources(container, complaints);
        checkImage(container, complaints);
      }
    }
    checkServiceAccounts(rendering, complaints);
    return complaints.all();
  }

  private static void checkPod(Workload workload, Complaints complaints) {
    JsonNode pod = workload.pod();
    complaints.unless(
        isFalse(pod.path("automountServiceAccountToken")),
        "must not mount a service-account token");
    complaints.unless(isFalse(pod.path("enableServiceLinks")), "must not get service variables");
    for (String shared : List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")) {
      complaints.when(pod.path(shared).asBoolean(), "must not have " + shared);
    }
    for (JsonNode volume : pod.path("volumes")) {
      List<String> kinds = new ArrayList<>();
      volume.fieldNames().forEachRemaining(kinds::add);
      kinds.remove("name");
      complaints.unless(VOLUMES.containsAll(kinds), "must not have a volume of " + kinds);
      complaints.when(
          volume.has("emptyDir") && volume.at("/emptyDir/sizeLimit").isMissingNode(),
          "must limit the size of volume " + volume.path("name").asText());
      complaints.when(
          volume.has("secret") && volume.at("/secret/defaultMode").asInt() != 0440,
          "must keep others from reading volume " + volume.path("name").asText());
    }
  }

  private static void checkSecurity(Workload workload, JsonNode container, Complaints complaints) {
    JsonNode own = container.path("securityContext");
    complaints.unless(isTrue(workload.security(container, "runAsNonRoot")), "must not run as root");
    for (String id : List.of("runAsUser", "runAsGroup")) {
      JsonNode number = workload.security(container, id);
      complaints.unless(number.isInt() && number.asInt() > 0, "must have a numeric " + id);
    }
    complaints.unless(
        workload
            .security(container, "seccompProfile")
            .path("type")
            .asText()
            .equals("RuntimeDefault"),
        "must have the runtime's seccomp profile");
    complaints.unless(
        isFalse(own.path("allowPrivilegeEscalation")), "must not escalate its privileges");
    complaints.unless(
        isTrue(own.path("readOnlyRootFilesystem")), "must have a read-only root file system");
    complaints.unless(
        own.at("/capabilities/drop").toString().equals("[\"ALL\"]"), "must drop all capabilities");
    complaints.unless(own.at("/capabilities/add").isMissingNode(), "must not add a capability");
    complaints.when(own.path("privileged").asBoolean(), "must not be privileged");
    complaints.unless(own.path("procMount").isMissingNode(), "must not change procMount");
    for (JsonNode port : container.path("ports")) {
      complaints.when(port.has("hostPort"), "must not take a port of the node");
    }
  }

  private static void checkResources(JsonNode container, Complaints complaints) {
    for (String amount : List.of("requests", "limits")) {
      for (String resource : List.of("cpu", "memory")) {
        complaints.unless(
            container.path("resources").path(amount).path(resource).isTextual(),
            "must have " + amount + " for " + resource);
      }
    }
  }

  private static void checkImage(JsonNode container, Complaints complaints) {
    String image = container.path("image").asText();
    String tag = image.replaceFirst("^.*?(:[^:/]*)?$", "$1");
    complaints.when(tag.isEmpty() || tag.equals(":latest"), "must name a tag but is " + image);
  }

  private static void checkServiceAccounts(Rendering rendering, Complaints complaints) {
    List<String> used = new ArrayList<>();
    for (Workload workload : rendering.workloads()) {
      complaints.about(workload.toString());
      String account = workload.pod().path("serviceAccountName").asText();
      complaints.when(used.contains(account), "must have a service account of its own");
      used.add(account);
      complaints.unless(
          rendering.ofKind("ServiceAccount").stream()
              .anyMatch(document ->
                  Rendering.nameOf(document).equals(account)
                      && isFalse(document.path("automountServiceAccountToken"))),
          "must have a service account without a token");
    }
  }

  private static boolean isTrue(JsonNode value) {
    return value.isBoolean() && value.asBoolean();
  }

  private static boolean isFalse(JsonNode value) {
    return value.isBoolean() && !value.asBoolean();
  }
}
