package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: a copy of the manifests with one fault is refused, for that fault. */
@Tag("kustomize")
class BrokenManifestsTest {

  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";
  private static final String SECURITY = CONTAINER + "/securityContext";

  static Stream<Arguments> podFaults() {
    return Stream.of(
        fault(
            "no non-root", POD + "/securityContext", o -> o.remove("runAsNonRoot"), "run as root"),
        fault("root", POD + "/securityContext", o -> o.put("runAsUser", 0), "numeric runAsUser"),
        fault("seccomp", POD + "/securityContext", o -> o.remove("seccompProfile"), "seccomp"),
        fault("a root of its own", SECURITY, o -> o.put("runAsNonRoot", false), "run as root"),
        fault("writable", SECURITY, o -> o.remove("readOnlyRootFilesystem"), "read-only root"),
        fault("escalation", SECURITY, o -> o.put("allowPrivilegeEscalation", true), "escalate"),
        fault("privileged", SECURITY, o -> o.put("privileged", true), "privileged"),
        fault("capabilities", SECURITY, o -> o.remove("capabilities"), "drop all capabilities"),
        fault(
            "added", SECURITY + "/capabilities", o -> o.putArray("add").add("SYS_ADMIN"), "add a"),
        fault("token", POD, o -> o.remove("automountServiceAccountToken"), "token"),
        fault(
            "shared account", POD, o -> o.put("serviceAccountName", "default"), "without a token"),
        fault("host network", POD, o -> o.put("hostNetwork", true), "hostNetwork"),
        fault("variables", POD, o -> o.remove("enableServiceLinks"), "service variables"),
        fault("host path", POD + "/volumes/0", BrokenManifestsTest::mountTheHost, "volume of"),
        fault("init container", POD, BrokenManifestsTest::addInitContainer, "read-only root"),
        fault("limits", CONTAINER + "/resources", o -> o.remove("limits"), "limits for memory"),
        fault("latest", CONTAINER, o -> o.put("image", "host:5000/a/b:latest"), "name a tag"),
        fault("no tag", CONTAINER, o -> o.put("image", "host:5000/a/b"), "name a tag"));
  }

  static Stream<Arguments> serviceFaults() {
    return Stream.of(
        fault("no startup probe", CONTAINER, o -> o.remove("startupProbe"), "startupProbe"),
        fault(
            "live instead of ready",
            CONTAINER + "/readinessProbe/httpGet",
            o -> o.put("path", "/q/health/live"),
            "readinessProbe must ask"),
        fault("no sleep", CONTAINER, o -> o.remove("lifecycle"), "wait until"),
        fault("too little grace", POD, o -> o.put("terminationGracePeriodSeconds", 90), "s to end"),
        fault("no spread", POD, o -> o.remove("topologySpreadConstraints"), "spread over"),
        fault("fixed replicas", "/spec", o -> o.put("replicas", 2), "autoscaler"),
        fault(
            "relabelled",
            "/spec/template/metadata/labels",
            o -> o.put("app.kubernetes.io/name", "x"),
            "select"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("podFaults")
  void a_pod_that_is_not_hardened_is_refused(
      String fault, String place, Consumer<ObjectNode> change, String complaint) {
    assertIsRefused(place, change, PodRules::brokenBy, complaint);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("serviceFaults")
  void a_service_that_would_lose_or_go_down_is_refused(
      String fault, String place, Consumer<ObjectNode> change, String complaint) {
    assertIsRefused(place, change, ServiceRules::brokenBy, complaint);
  }

  @Test
  void a_misspelt_field_is_refused() {
    assertIsRefused(
        SECURITY,
        security -> security.put("readOnlyRootFileSystem", true),
        KubernetesSchema::brokenBy,
        "readOnlyRootFileSystem");
  }

  @Test
  void a_budget_for_the_pods_of_all_is_refused() {
    Rendering broken = Renderings.PRODUCTION.copy();
    ObjectNode budget = (ObjectNode) broken.of("PodDisruptionBudget", "verdict").path("spec");
    budget
        .putObject("selector")
        .putObject("matchLabels")
        .put("app.kubernetes.io/part-of", "stillmark");

    assertThat(ServiceRules.brokenBy(broken))
        .anyMatch(complaint -> complaint.contains("selects [fingerprint, ingest, verdict]"));
  }

  @Test
  void a_second_reader_of_the_keys_is_seen() {
    Rendering broken = Renderings.PRODUCTION.copy();
    ObjectNode volume = (ObjectNode) broken.workload("verdict").pod().at("/volumes/0");
    volume.removeAll();
    volume.put("name", "tmp").putObject("secret").put("secretName", "teachers");

    assertThat(References.readersOf(broken, "teachers")).containsExactly("fingerprint", "verdict");
  }

  @Test
  void a_wider_arrow_is_seen() {
    Rendering broken = Renderings.LOCAL.copy();
    ObjectNode policy =
        (ObjectNode) broken.of("NetworkPolicy", "verdict-reaches-the-database").path("spec");
    policy.putObject("podSelector");

    assertThat(NetworkArrows.outgoing(broken))
        .contains("ingest -> database:5432", "fingerprint -> database:5432");
  }

  @Test
  void a_default_that_allows_something_is_seen() {
    Rendering broken = Renderings.LOCAL.copy();
    ObjectNode policy = (ObjectNode) broken.of("NetworkPolicy", "deny-all").path("spec");
    policy.putArray("egress").addObject();

    assertThat(NetworkArrows.areDeniedByDefault(broken)).isFalse();
  }

  @Test
  void a_setting_that_does_not_exist_is_not_known() {
    assertThat(KnownSettings.of("fingerprint-service"))
        .contains(
            "STILLMARK_FINGERPRINT_TEACHERS",
            "STILLMARK_FINGERPRINT_LIMITS_RECORD_BYTES",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "QUARKUS_HTTP_PORT")
        .doesNotContain(
            "STILLMARK_FINGERPRINT_TEACHER",
            "STILLMARK_INGEST_PARTITIONS",
            "KAFKA_SSL_TRUSTSTORE_FILE",
            "QUARKUS_DATASOURCE_JDBC_URL");
  }

  private static void assertIsRefused(
      String place,
      Consumer<ObjectNode> change,
      Function<Rendering, List<String>> rule,
      String complaint) {
    Rendering broken = Renderings.PRODUCTION.copy();
    change.accept((ObjectNode) broken.workload("verdict").document().at(place));

    assertThat(rule.apply(broken))
        .isNotEmpty()
        .allMatch(sentence -> sentence.contains("verdict"))
        .anyMatch(sentence -> sentence.contains(complaint));
  }

  private static void mountTheHost(ObjectNode volume) {
    volume.removeAll();
    volume.put("name", "tmp").putObject("hostPath").put("path", "/");
  }

  private static void addInitContainer(ObjectNode pod) {
    JsonNode copy = pod.at("/containers/0").deepCopy();
    ((ObjectNode) copy.path("securityContext")).put("readOnlyRootFilesystem", false);
    pod.putArray("initContainers").add(copy);
  }

  private static Arguments fault(
      String fault, String place, Consumer<ObjectNode> change, String complaint) {
    return arguments(fault, place, change, complaint);
  }
}
