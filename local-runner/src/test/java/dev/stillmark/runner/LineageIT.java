package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.files.FieldMapping;
import dev.stillmark.files.OutputRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs of real models in quantity, three teachers' phrases and a panel, in one go. */
@Tag("shared-data")
class LineageIT {

  private static final Path DATA = Path.of(System.getProperty("stillmark.sharedData"), "lineage");

  /** Teachers by the models whose outputs their phrases are mined from. */
  private static final Map<String, List<String>> TEACHERS =
      Map.of(
          "gpt-4", List.of("gpt4_0314", "gpt4_0613", "gpt4"),
          "gpt-4-turbo",
              List.of("gpt4_1106_preview", "gpt-4-0125-preview", "gpt-4-turbo-2024-04-09"),
          "llama-3-instruct",
              List.of(
                  "Meta-Llama-3-8B-Instruct",
                  "Meta-Llama-3-70B-Instruct",
                  "Meta-Llama-3.1-70B-Instruct-Turbo",
                  "Meta-Llama-3.1-405B-Instruct-Turbo"));

  private static final List<String> BACKGROUND =
      List.of(
          "Qwen1.5-72B-Chat", "Yi-34B-Chat", "llama-2-13b-chat-hf", "Mixtral-8x7B-Instruct-v0.1");

  /** Documented as trained on none of the three teachers, nor on another model of their vendors. */
  private static final Map<String, String> PANEL =
      Map.ofEntries(
          Map.entry("bedrock_claude", "claude12"),
          Map.entry("claude", "claude12"),
          Map.entry("claude-2", "claude12"),
          Map.entry("claude-2.1", "claude12"),
          Map.entry("claude-2.1_concise", "claude12"),
          Map.entry("claude-instant-1.2", "claude12"),
          Map.entry("cohere", "cohere"),
          Map.entry("gemini-pro", "gemini-pro"),
          Map.entry("guanaco-7b", "guanaco"),
          Map.entry("guanaco-13b", "guanaco"),
          Map.entry("guanaco-33b", "guanaco"),
          Map.entry("guanaco-65b", "guanaco"));

  private static final List<String> SUSPECTS =
      List.of(
          "Conifer-7B-DPO",
          "FsfairX-Zephyr-Chat-v0.1",
          "FuseChat-Gemma-2-9B-Instruct",
          "FuseChat-Llama-3.2-1B-Instruct",
          "FuseChat-Llama-3.2-3B-Instruct",
          "OpenHermes-2.5-Mistral-7B",
          "airoboros-33b",
          "airoboros-65b",
          "tulu-2-dpo-13b",
          "tulu-2-dpo-70b",
          "tulu-2-dpo-7b",
          "vicuna-13b-v1.5",
          "vicuna-33b-v1.3",
          "wizardlm-70b",
          "zephyr-7b-beta");

  @TempDir static Path directory;

  private static Investigation.Outcome outcome;

  @BeforeAll
  static void investigate() throws Exception {
    outcome =
        Investigation.prepare(Home.ofLauncher(), writeCase(), Progress.onTerminal())
            .run(directory.resolve("out"));
  }

  @Test
  void every_suspect_has_a_finding_per_teacher_and_a_report() {
    assertThat(outcome.verdicts()).hasSize(SUSPECTS.size() * TEACHERS.size());
    assertThat(outcome.reports()).hasSize(SUSPECTS.size());
    assertThat(outcome.verdicts())
        .allSatisfy(verdict -> {
          JsonNode rank = verdict.path("findings").path(0).path("panelRank");
          assertThat(rank.path("families").asInt()).isEqualTo(4);
          assertThat(rank.path("models").asInt()).isEqualTo(PANEL.size());
          assertThat(rank.path("smallestP").asDouble()).isEqualTo(0.2);
        });
  }

  @Test
  void more_than_twenty_thousand_outputs_are_accounted_for() throws Exception {
    long accepted = 0;

    for (Path page : outcome.reports()) {
      JsonNode outputs =
          Json.read(Files.readAllBytes(page.resolveSibling("report.json")))
              .path("suspect")
              .path("outputs");
      assertThat(outputs.path("pending").asInt()).isZero();
      assertThat(outputs.path("quarantined").asInt()).isZero();
      assertThat(outputs.path("scored").asInt() + outputs.path("duplicate").asInt())
          .isEqualTo(outputs.path("accepted").asInt());
      accepted += outputs.path("accepted").asLong();
    }

    assertThat(outcome.unreadable()).isZero();
    assertThat(accepted).isEqualTo(rowsOfSuspects());
    assertThat(outcome.accepted()).isGreaterThan(20_000);
  }

  @Test
  void ranks_alone_never_support_and_so_small_a_panel_never_speaks() {
    assertThat(outcome.foundSupport()).isFalse();
    assertThat(outcome.verdicts())
        .extracting(VerdictTable::decision)
        .containsOnly("inconclusive(insufficient-panel)");
  }

  private static long rowsOfSuspects() {
    FieldMapping suspects = new FieldMapping(Map.of(), Map.of("model", Set.copyOf(SUSPECTS)));
    long rows = 0;
    for (String file : List.of("suspects_1.jsonl.gz", "suspects_2.jsonl.gz")) {
      try (OutputRows outputs = OutputRows.open(DATA.resolve(file), suspects, "lineage")) {
        for (; outputs.hasNext(); outputs.next()) {
          rows++;
        }
      }
    }
    return rows;
  }

  private static Path writeCase() throws IOException {
    List<String> teachers = new ArrayList<>();
    for (String teacher : TEACHERS.keySet()) {
      Path file = directory.resolve(teacher + ".yaml");
      Files.writeString(file, teacher(teacher));
      teachers.add(file.toString());
    }
    StringBuilder config = new StringBuilder("case: lineage\nteachers:\n");
    teachers.forEach(teacher -> config.append("  - ").append(teacher).append('\n'));
    config.append("suspects:\n");
    SUSPECTS.forEach(name -> config.append("  - {name: %s, %s}\n".formatted(name, outputs(name))));
    config.append("references:\n");
    PANEL.forEach((name, family) ->
        config.append("  - {name: %s, family: %s, %s}\n".formatted(name, family, outputs(name))));
    return Files.writeString(directory.resolve("case.yaml"), config);
  }

  private static String outputs(String model) {
    String files =
        Stream.of("suspects_1.jsonl.gz", "suspects_2.jsonl.gz", "teachers.jsonl.gz")
            .map(file -> DATA.resolve(file).toString())
            .collect(Collectors.joining(", "));
    return "outputs: [%s], where: {model: %s}".formatted(files, model);
  }

  private static String teacher(String name) {
    return """
    teacher: %s
    vendor: nobody
    referenceOutputs: {outputs: %s, where: {model: %s}}
    background: {outputs: %s, where: {model: %s}}
    """
        .formatted(
            name,
            DATA.resolve("teachers.jsonl.gz"),
            TEACHERS.get(name),
            DATA.resolve("teachers.jsonl.gz"),
            BACKGROUND);
  }
}
