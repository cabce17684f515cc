package dev.stillmark.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.architecture.Modules;
import java.util.List;
import java.util.Map;

/**
 * What keeps the three services up, or lets them go without loss; each rule lists what breaks it.
 */
final class ServiceRules {

  static final List<String> SERVICES =
      Modules.SERVICES.stream().map(module -> module.replace("-service", "")).toList();

  private static final Map<String, String> PROBES =
      Map.of(
          "startupProbe", "/q/health/started",
          "readinessProbe", "/q/health/ready",
          "livenessProbe", "/q/health/live");

  private ServiceRules() {}

  static List<String> brokenBy(Rendering rendering) {
    Complaints complaints = new Complaints();
    for (String name : SERVICES) {
      Workload service = rendering.workload(name);
      complaints.about(service.toString());
      checkProbes(service, complaints);
      checkSpread(service, complaints);
      checkShutdown(service, complaints);
      checkRollout(service, complaints);
      checkBudget(rendering, service, complaints);
    }
    checkSelectors(rendering, complaints);
    return complaints.all();
  }

  private static void checkProbes(Workload service, Complaints complaints) {
    PROBES.forEach((probe, path) -> {
      JsonNode get = service.container().path(probe).path("httpGet");
      complaints.unless(get.path("path").asText().equals(path), probe + " must ask " + path);
      complaints.unless(get.path("port").asText().equals("http"), probe + " must ask port http");
    });
    complaints.unless(
        service
            .container()
            .at("/ports/0")
            .toString()
            .equals("{\"containerPort\":8080,\"name\":\"http\"}"),
        "must call its port 8080 http");
  }

  private static void checkSpread(Workload service, Complaints complaints) {
    JsonNode spread = service.pod().path("topologySpreadConstraints");
    for (String key : List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")) {
      complaints.unless(
          Rendering.each(spread)
              .anyMatch(constraint ->
                  constraint.path("topologyKey").asText().equals(key)
                      && !constraint.at("/labelSelector/matchLabels").isMissingNode()
                      && service.isSelectedBy(constraint.path("labelSelector"))),
          "must be spread over " + key);
    }
  }

  private static void checkShutdown(Workload service, Complaints complaints) {
    int sleep = service.container().at("/lifecycle/preStop/sleep/seconds").asInt();
    int grace = service.pod().path("terminationGracePeriodSeconds").asInt();
    int needed = sleep + ShutdownTimes.of(service.name() + "-service");
    complaints.unless(sleep >= 5, "must wait until no more requests are sent its way");
    complaints.unless(grace > needed, "needs more than " + needed + " s to end but has " + grace);
  }

  private static void checkRollout(Workload service, Complaints complaints) {
    complaints.unless(
        service.document().at("/spec/strategy/rollingUpdate/maxUnavailable").asText().equals("0"),
        "must not go down for a new version");
    complaints.unless(
        service.document().at("/spec/replicas").isMissingNode(),
        "must leave the number of replicas to its autoscaler");
  }

  /** A budget selects the pods of exactly one workload, and lets a node be drained. */
  private static void checkBudget(Rendering rendering, Workload service, Complaints complaints) {
    JsonNode budget = rendering.of("PodDisruptionBudget", service.name());
    List<String> selected =
        rendering.workloads().stream()
            .filter(w -> w.isSelectedBy(budget.at("/spec/selector")))
            .map(Workload::name)
            .toList();
    complaints.unless(
        selected.equals(List.of(service.name())),
        "has a disruption budget that selects " + selected);
    complaints.unless(
        budget.at("/spec/maxUnavailable").asText().equals("1"),
        "must be evicted one pod at a time");
  }

  private static void checkSelectors(Rendering rendering, Complaints complaints) {
    for (Workload workload : rendering.workloads()) {
      complaints.about(workload.toString());
      JsonNode selector = workload.document().at("/spec/selector");
      complaints.unless(
          !selector.path("matchLabels").isEmpty() && workload.isSelectedBy(selector),
          "must select its own pods");
      complaints.when(
          rendering.workloads().stream().filter(w -> w.isSelectedBy(selector)).count() > 1,
          "must not select the pods of others");
    }
    for (JsonNode service : rendering.ofKind("Service")) {
      complaints.about("Service " + Rendering.nameOf(service));
      Map<String, String> selector = Rendering.texts(service.at("/spec/selector"));
      String port = service.at("/spec/ports/0/targetPort").asText();
      complaints.unless(
          rendering.workloads().stream()
                  .filter(w -> w.labels().entrySet().containsAll(selector.entrySet()))
                  .filter(w -> w.container().at("/ports/0/name").asText().equals(port))
                  .count()
              == 1,
          "must lead to one workload that has port " + port);
    }
  }
}
