package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.architecture.Modules;
import dev.stillmark.events.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the optional components add. */
@Tag("kustomize")
class ComponentsTest {

  @Test
  void keda_scales_each_consumer_by_the_lag_of_its_own_group() throws IOException {
    for (JsonNode scaler : Renderings.KEDA.ofKind("ScaledObject")) {
      String service = scaler.at("/spec/scaleTargetRef/name").asText();
      JsonNode trigger = scaler.at("/spec/triggers/0/metadata");
      String topic = trigger.path("topic").asText();
      String settings =
          Files.readString(
              Modules.ROOT.resolve(service + "-service/src/main/resources/application.properties"));

      assertThat(settings)
          .contains("mp.messaging.incoming." + topic + ".topic=" + topic)
          .contains(".group.id=" + trigger.path("consumerGroup").asText() + "\n")
          .contains(".auto.offset.reset=" + trigger.path("offsetResetPolicy").asText() + "\n");
      assertThat(trigger.path("bootstrapServersFromEnv").asText())
          .isEqualTo("KAFKA_BOOTSTRAP_SERVERS");
      assertThat(
              Renderings.KEDA.of(
                  "TriggerAuthentication",
                  scaler.at("/spec/triggers/0/authenticationRef/name").asText()))
          .isNotNull();
    }
    assertThat(Renderings.KEDA.ofKind("ScaledObject")).hasSize(2);
  }

  @Test
  void strimzi_makes_the_topics_that_exist_with_the_same_partitions() {
    Set<String> topics = new TreeSet<>();
    for (JsonNode topic : Renderings.STRIMZI.ofKind("KafkaTopic")) {
      topics.add(Rendering.nameOf(topic));
      assertThat(topic.at("/spec/partitions").asInt())
          .isEqualTo(KnownSettings.defaultOf("ingest-service", "stillmark.ingest", "partitions"));
    }

    assertThat(topics).containsExactlyInAnyOrder(Wire.SUSPECT_OUTPUTS, Wire.SIGNALS);
  }

  @Test
  void strimzi_gives_each_service_the_rights_of_its_own_part_alone() {
    assertThat(rights())
        .containsExactlyInAnyOrder(
            "stillmark-ingest: Describe topic suspect-outputs",
            "stillmark-ingest: Write topic suspect-outputs",
            "stillmark-fingerprint: Describe topic suspect-outputs",
            "stillmark-fingerprint: Read topic suspect-outputs",
            "stillmark-fingerprint: Describe group stillmark-fingerprint",
            "stillmark-fingerprint: Read group stillmark-fingerprint",
            "stillmark-fingerprint: Describe topic signals",
            "stillmark-fingerprint: Write topic signals",
            "stillmark-verdict: Describe topic signals",
            "stillmark-verdict: Read topic signals",
            "stillmark-verdict: Describe group stillmark-verdict",
            "stillmark-verdict: Read group stillmark-verdict");
  }

  @Test
  void strimzi_makes_the_secrets_that_the_services_read() {
    for (JsonNode user : Renderings.STRIMZI.ofKind("KafkaUser")) {
      String name = Rendering.nameOf(user);

      assertThat(user.at("/spec/authentication/type").asText()).isEqualTo("scram-sha-512");
      assertThat(References.readersOf(Renderings.STRIMZI, name))
          .containsExactly(name.replace("stillmark-", ""));
    }
  }

  @Test
  void prometheus_scrapes_every_service_on_its_port() {
    JsonNode monitor = Renderings.PROMETHEUS.of("PodMonitor", "stillmark");

    assertThat(Renderings.PROMETHEUS.workloads())
        .filteredOn(workload -> workload.isSelectedBy(monitor.at("/spec/selector")))
        .extracting(Workload::name)
        .containsExactlyInAnyOrderElementsOf(ServiceRules.SERVICES);
    assertThat(monitor.at("/spec/podMetricsEndpoints/0/port").asText()).isEqualTo("http");
    assertThat(monitor.at("/spec/podMetricsEndpoints/0/path").asText()).isEqualTo("/q/metrics");
  }

  private static Set<String> rights() {
    Set<String> rights = new TreeSet<>();
    for (JsonNode user : Renderings.STRIMZI.ofKind("KafkaUser")) {
      for (JsonNode acl : user.at("/spec/authorization/acls")) {
        JsonNode resource = acl.path("resource");
        assertThat(resource.path("patternType").asText()).isEqualTo("literal");
        for (JsonNode operation : acl.path("operations")) {
          rights.add(
              "%s: %s %s %s"
                  .formatted(
                      Rendering.nameOf(user),
                      operation.asText(),
                      resource.path("type").asText(),
                      resource.path("name").asText()));
        }
      }
    }
    return rights;
  }
}
