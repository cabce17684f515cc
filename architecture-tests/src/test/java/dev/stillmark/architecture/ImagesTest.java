package dev.stillmark.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImagesTest {

  private final String pom = Files.readString(Modules.ROOT.resolve("pom.xml"));
  private final String file =
      Files.readString(Modules.ROOT.resolve("deploy/images/Containerfile")).replace("\\\n", " ");

  ImagesTest() throws IOException {}

  @Test
  void the_containerfile_says_what_jib_says() {
    assertThat(instruction("ARG BASE=")).isEqualTo(property("images.base"));
    assertThat(instruction("WORKDIR ")).isEqualTo(property("quarkus.jib.working-directory"));
    assertThat(instruction("USER ")).isEqualTo(property("quarkus.jib.user"));
    assertThat(instruction("EXPOSE ")).isEqualTo(property("quarkus.jib.ports"));
    assertThat(environment()).isEqualTo(properties("quarkus.jib.environment-variables."));
    assertThat(labels().keySet()).isEqualTo(properties("quarkus.container-image.labels.").keySet());
  }

  @Test
  void both_start_the_service_with_the_same_words_and_without_a_shell() throws IOException {
    List<String> words = entryPoint();

    assertThat(words).isEqualTo(List.of(property("quarkus.jib.jvm-entrypoint").split(",")));
    assertThat(words).startsWith("java").endsWith("-jar", "quarkus-run.jar");
  }

  @Test
  void a_service_never_runs_as_root() {
    assertThat(instruction("USER ")).matches("[1-9][0-9]*:[1-9][0-9]*");
  }

  @Test
  void keys_reach_no_dump_whatever_the_deployment_sets() throws IOException {
    assertThat(entryPoint())
        .contains(
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism");
  }

  private List<String> entryPoint() throws IOException {
    return List.of(new ObjectMapper().readValue(instruction("ENTRYPOINT "), String[].class));
  }

  private Map<String, String> environment() {
    return pairs(instruction("ENV "));
  }

  /** What the file's arguments stand for is what the pom's expressions stand for. */
  private Map<String, String> labels() {
    assertThat(pom).contains("<version>" + instruction("ARG VERSION=") + "</version>");
    return pairs(
        instruction("LABEL ")
            .replace("${SERVICE}", "${project.artifactId}")
            .replace("${VERSION}", "${project.version}"));
  }

  private static Map<String, String> pairs(String text) {
    return Pattern.compile("([^\\s=]+)=\"([^\"]*)\"")
        .matcher(text)
        .results()
        .collect(Collectors.toMap(pair -> pair.group(1), pair -> pair.group(2)));
  }

  private String instruction(String start) {
    return only(Pattern.compile("(?m)^" + start + "(.+)$").matcher(file)).group(1).strip();
  }

  private String property(String name) {
    return only(Pattern.compile("<" + Pattern.quote(name) + ">([^<]*)<").matcher(pom)).group(1);
  }

  private Map<String, String> properties(String prefix) {
    return Pattern.compile("<" + Pattern.quote(prefix) + "([^>]+)>([^<]*)<")
        .matcher(pom)
        .results()
        .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, b) -> b, TreeMap::new));
  }

  private static MatchResult only(Matcher matcher) {
    List<MatchResult> all = matcher.results().toList();
    assertThat(all).as(matcher.pattern().pattern()).hasSize(1);
    return all.getFirst();
  }
}
