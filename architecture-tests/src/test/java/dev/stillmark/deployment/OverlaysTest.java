package dev.stillmark.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.files.TeacherFile;
import dev.stillmark.files.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tells the overlays apart. */
@Tag("kustomize")
class OverlaysTest {

  private static final Pattern PROVIDED =
      Pattern.compile("^\\| (ConfigMap|Secret) `([a-z-]+)` \\| (.*?) \\|", Pattern.MULTILINE);
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i)password|passwd|secret|token_?key|credential|jaas|private_?key");

  private static final List<String> PRIVATE_NETWORK =
      List.of("namespace[]", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

  static Stream<Rendering> productions() {
    return Renderings.productions();
  }

  static Stream<Rendering> applied() {
    return Renderings.applied();
  }

  @Test
  void local_needs_nothing_but_the_images() {
    assertThat(References.leftToTheOperator(Renderings.LOCAL)).isEmpty();
  }

  @Test
  void the_teacher_of_local_can_be_read() {
    Path teacher = Kustomize.MANIFESTS.resolve("overlays/local/teachers/example.yaml");

    assertThat(TeacherFile.load(teacher, new Tokenizers()).detectors()).hasSize(1);
    assertThat(Renderings.LOCAL.of("Secret", "teachers").path("data").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("example.yaml", "example.key");
  }

  @Test
  void the_readme_lists_exactly_what_production_needs() throws IOException {
    Set<String> listed = new TreeSet<>();
    String readme = Files.readString(Kustomize.MANIFESTS.resolve("README.md"));
    for (Matcher row = PROVIDED.matcher(readme); row.find(); ) {
      String start = row.group(1) + " " + row.group(2) + "/";
      List<String> keys =
          QUOTED.matcher(row.group(3)).results().map(key -> start + key.group(1)).toList();
      listed.addAll(keys.isEmpty() ? List.of(start + "*") : keys);
    }
    Set<String> needed = References.leftToTheOperator(Renderings.WHOLE);
    settings(Renderings.PRODUCTION, "access").entrySet().stream()
        .filter(setting -> setting.getValue().isEmpty())
        .forEach(setting -> needed.add("ConfigMap access/" + setting.getKey()));

    assertThat(listed).isEqualTo(plain(needed));
  }

  @ParameterizedTest
  @MethodSource("productions")
  void production_asks_for_tokens_of_an_issuer_that_it_does_not_guess(Rendering production) {
    Map<String, String> access = settings(production, "access");

    assertThat(access)
        .containsOnly(
            Map.entry("STILLMARK_ACCESS_MODE", "oidc"),
            Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", ""),
            Map.entry("QUARKUS_OIDC_TOKEN_AUDIENCE", ""));
    assertThat(ServiceRules.SERVICES)
        .allSatisfy(
            service -> assertThat(environment(production, service)).containsAllEntriesOf(access));
  }

  @Test
  void local_alone_is_open_to_everyone() {
    assertThat(settings(Renderings.LOCAL, "access"))
        .containsOnly(Map.entry("STILLMARK_ACCESS_MODE", "open"));
  }

  @ParameterizedTest
  @MethodSource("productions")
  void production_holds_no_secret(Rendering production) {
    assertThat(production.ofKind("Secret")).isEmpty();
    List<JsonNode> variables = new ArrayList<>();
    production.workloads().stream()
        .flatMap(workload -> workload.containers().stream())
        .forEach(container -> container.path("env").forEach(variables::add));
    assertThat(variables)
        .filteredOn(variable -> SECRET_NAME.matcher(variable.path("name").asText()).find())
        .isNotEmpty()
        .allMatch(variable -> !variable.at("/valueFrom/secretKeyRef").isMissingNode());
    assertThat(production.ofKind("ConfigMap"))
        .allSatisfy(map ->
            assertThat(Rendering.texts(map.path("data")))
                .noneSatisfy((name, value) -> assertThat(name).containsPattern(SECRET_NAME)));
  }

  @ParameterizedTest
  @MethodSource("productions")
  void production_talks_to_kafka_and_the_database_over_checked_tls(Rendering production) {
    for (String service : ServiceRules.SERVICES) {
      assertThat(environment(production, service))
          .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
          .containsEntry("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
          .containsEntry("KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM", "https")
          .containsEntry("KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")
          .hasEntrySatisfying(
              "KAFKA_SSL_TRUSTSTORE_LOCATION", file -> assertIsMounted(production, service, file));
    }
    Map<String, String> verdict = environment(production, "verdict");
    assertThat(verdict)
        .containsEntry("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full")
        .containsEntry("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS")
        .containsEntry("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM", "true")
        .hasEntrySatisfying(
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
            file -> {
              assertIsMounted(production, "verdict", file);
              assertThat(verdict.get("QUARKUS_DATASOURCE_JDBC_URL"))
                  .endsWith("?sslmode=verify-full&sslrootcert=" + file);
            });
  }

  @Test
  void an_operator_keeps_settings_in_a_folder_apart() {
    Rendering theirs =
        Kustomize.render(
            "overlays/production",
            List.of(),
            List.of(
                "configMapGenerator:",
                "  - {name: access, behavior: merge, literals: [QUARKUS_OIDC_AUTH_SERVER_URL=https://id.example]}",
                "  - {name: kafka, behavior: merge, literals: ['KAFKA_BOOTSTRAP_SERVERS=kafka.example:9093']}",
                "  - {name: database, behavior: merge, literals: [DATABASE_HOST=database.example]}",
                "images: [{name: stillmark/ingest-service, newName: registry.example/ingest}]"));

    assertThat(environment(theirs, "ingest"))
        .containsEntry("QUARKUS_OIDC_AUTH_SERVER_URL", "https://id.example")
        .containsEntry("STILLMARK_ACCESS_MODE", "oidc");
    assertThat(References.leftToTheOperator(theirs)).noneMatch(r -> r.startsWith("ConfigMap"));
    assertThat(theirs.workload("ingest").container().path("image").asText())
        .isEqualTo("registry.example/ingest:0.1.0-SNAPSHOT");
  }

  @Test
  void the_arrows_of_local_have_both_ends() {
    Set<String> arrows =
        Set.of(
            "ingest -> kafka:9092",
            "fingerprint -> kafka:9092",
            "verdict -> kafka:9092",
            "verdict -> database:5432");

    assertThat(NetworkArrows.outgoing(Renderings.LOCAL)).isEqualTo(union(arrows, lookUps()));
    assertThat(NetworkArrows.incoming(Renderings.LOCAL)).isEqualTo(union(arrows, callers()));
  }

  @ParameterizedTest
  @MethodSource("productions")
  void the_arrows_of_production_are_these_and_no_others(Rendering production) {
    Set<String> arrows = new TreeSet<>(lookUps());
    for (String service : ServiceRules.SERVICES) {
      PRIVATE_NETWORK.forEach(other -> arrows.add(service + " -> " + other + ":9093"));
      arrows.add(service + " -> anyone:443");
    }
    PRIVATE_NETWORK.forEach(other -> arrows.add("verdict -> " + other + ":5432"));

    assertThat(NetworkArrows.outgoing(production)).isEqualTo(arrows);
    assertThat(NetworkArrows.incoming(production)).isEqualTo(callers());
  }

  @ParameterizedTest
  @MethodSource("applied")
  void every_setting_is_one_that_the_service_listens_to(Rendering rendering) {
    for (String service : ServiceRules.SERVICES) {
      Map<String, String> environment = environment(rendering, service);
      Set<String> unknown = new TreeSet<>(environment.keySet());
      unknown.removeAll(KnownSettings.of(service + "-service"));
      unknown.removeIf(name -> isUsedByAnother(environment, name));

      assertThat(unknown).as(service).isSubsetOf("JAVA_TOOL_OPTIONS");
    }
  }

  private static boolean isUsedByAnother(Map<String, String> environment, String name) {
    return environment.values().stream().anyMatch(value -> value.contains("${" + name + "}"));
  }

  private static void assertIsMounted(Rendering rendering, String service, String file) {
    assertThat(Rendering.each(rendering.workload(service).container().path("volumeMounts")))
        .anyMatch(mount ->
            file.startsWith(mount.path("mountPath").asText() + "/")
                && mount.path("readOnly").asBoolean());
  }

  private static Map<String, String> settings(Rendering rendering, String configMap) {
    return Rendering.texts(rendering.of("ConfigMap", configMap).path("data"));
  }

  /** What a service's container is started with; what comes by reference has no value. */
  private static Map<String, String> environment(Rendering rendering, String service) {
    Map<String, String> environment = new LinkedHashMap<>();
    JsonNode container = rendering.workload(service).container();
    for (JsonNode source : container.path("envFrom")) {
      String name = source.at("/configMapRef/name").asText();
      rendering.ofKind("ConfigMap").stream()
          .filter(map -> Rendering.nameOf(map).equals(name))
          .forEach(map -> environment.putAll(Rendering.texts(map.path("data"))));
    }
    for (JsonNode variable : container.path("env")) {
      environment.put(variable.path("name").asText(), variable.path("value").asText());
    }
    return environment;
  }

  private static Set<String> lookUps() {
    Set<String> arrows = new TreeSet<>();
    for (String service : ServiceRules.SERVICES) {
      String dns = "namespace[kubernetes.io/metadata.name=kube-system][k8s-app=kube-dns]:53";
      arrows.add(service + " -> " + dns);
      arrows.add(service + " -> " + dns + "/UDP");
    }
    return arrows;
  }

  private static Set<String> callers() {
    Set<String> arrows = new TreeSet<>();
    for (String service : List.of("ingest", "verdict")) {
      arrows.add("namespace[stillmark.dev/clients=true] -> " + service + ":http");
    }
    for (String service : ServiceRules.SERVICES) {
      arrows.add("namespace[stillmark.dev/monitoring=true] -> " + service + ":http");
    }
    return arrows;
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> union = new TreeSet<>(some);
    union.addAll(more);
    return union;
  }

  /** Names without the hash of their content. */
  private static Set<String> plain(Set<String> references) {
    Set<String> plain = new TreeSet<>();
    references.forEach(reference -> plain.add(reference.replaceFirst("-[a-z0-9]{10}/", "/")));
    return plain;
  }
}
