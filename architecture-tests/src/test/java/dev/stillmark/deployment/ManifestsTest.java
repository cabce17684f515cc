package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the base, for every overlay and with every component. */
@Tag("kustomize")
class ManifestsTest {

  static Stream<Rendering> all() {
    return Renderings.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_field_is_one_that_kubernetes_knows(Rendering rendering) {
    assertThat(KubernetesSchema.brokenBy(rendering)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_pod_is_hardened(Rendering rendering) {
    assertThat(rendering.workloads()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(PodRules.brokenBy(rendering)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_service_is_probed_spread_and_ended_in_order(Rendering rendering) {
    assertThat(ServiceRules.brokenBy(rendering)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everything_lives_in_a_namespace_that_enforces_the_restricted_standard(Rendering rendering) {
    JsonNode namespace = rendering.of("Namespace", "stillmark");

    assertThat(namespace.at("/metadata/labels/pod-security.kubernetes.io~1enforce").asText())
        .isEqualTo("restricted");
    assertThat(rendering.documents())
        .filteredOn(document -> document != namespace)
        .allSatisfy(document ->
            assertThat(document.at("/metadata/namespace").asText()).isEqualTo("stillmark"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void every_consumer_scales_to_the_partitions_and_no_further(Rendering rendering) {
    for (String consumer : List.of("fingerprint", "verdict")) {
      int partitions =
          KnownSettings.defaultOf(consumer + "-service", "stillmark." + consumer, "partitions");

      assertThat(mostReplicasOf(rendering, consumer)).as(consumer).containsExactly(partitions);
    }
    assertThat(mostReplicasOf(rendering, "ingest")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("all")
  void only_fingerprint_can_read_the_watermark_keys(Rendering rendering) {
    assertThat(References.readersOf(rendering, "teachers")).containsExactly("fingerprint");
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobody_but_verdict_has_the_databases_password(Rendering rendering) {
    assertThat(References.readersOf(rendering, "database"))
        .contains("verdict")
        .isSubsetOf("verdict", "database");
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_no_arrow_allows_is_denied(Rendering rendering) {
    assertThat(NetworkArrows.areDeniedByDefault(rendering)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothing_is_given_rights_on_the_cluster_or_a_door_to_the_outside(Rendering rendering) {
    Set<String> kinds =
        Set.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "Ingress");

    assertThat(rendering.documents())
        .noneMatch(document -> kinds.contains(document.path("kind").asText()));
    assertThat(rendering.ofKind("Service"))
        .allMatch(service -> service.at("/spec/type").asText("ClusterIP").equals("ClusterIP"));
  }

  @Test
  void the_base_leaves_to_overlays_what_differs_between_them() {
    assertThat(References.leftToTheOperator(Renderings.BASE))
        .containsExactly(
            "ConfigMap access/*",
            "ConfigMap database/*",
            "ConfigMap kafka/*",
            "Secret database/password",
            "Secret database/username",
            "Secret teachers/*");
  }

  private static List<Integer> mostReplicasOf(Rendering rendering, String name) {
    return Stream.of(
            new String[] {"HorizontalPodAutoscaler", "maxReplicas"},
            new String[] {"ScaledObject", "maxReplicaCount"})
        .flatMap(field ->
            rendering.ofKind(field[0]).stream()
                .filter(d -> d.at("/spec/scaleTargetRef/name").asText().equals(name))
                .map(d -> d.path("spec").path(field[1]).asInt()))
        .toList();
  }
}
