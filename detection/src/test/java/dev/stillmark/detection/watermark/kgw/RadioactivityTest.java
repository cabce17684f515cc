package dev.stillmark.detection.watermark.kgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.TiktokenTokenizer;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.verdict.Examiner;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.watermark.WatermarkDetector;
import dev.stillmark.detection.watermark.WatermarkKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Students that were really trained, against what the published radioactivity test says of them.
 */
@Tag("shared-data")
class RadioactivityTest {

  private static final Path DATA =
      Path.of(System.getProperty("stillmark.sharedData"), "radioactivity");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Long> KEYS =
      Map.of("true", 15485863L, "wrong0", 32452843L, "wrong1", 1299709L, "wrong2", 179424673L);

  static Stream<JsonNode> kgwRuns() throws IOException {
    JsonNode runs = JSON.readTree(DATA.resolve("expected_results.json").toFile());
    return StreamSupport.stream(runs.spliterator(), false)
        .filter(run -> run.get("scheme").asText().equals("kgw"));
  }

  @ParameterizedTest
  @MethodSource("kgwRuns")
  void gives_the_counts_and_the_tail_of_the_published_test(JsonNode run) throws IOException {
    Finding.Watermark finding =
        examine(run.get("student").asText(), KEYS.get(run.get("key").asText()));

    JsonNode curve = run.get("curve");
    JsonNode last = curve.get(curve.size() - 1);
    String name = run.get("student").asText() + "/" + run.get("key").asText();
    assertThat(finding.tokens()).as(name).isEqualTo(last.get("tokens").asLong());
    assertThat(finding.scored()).as(name).isEqualTo(last.get("scored").asInt());
    assertThat(finding.log10P()).as(name).isCloseTo(last.get("log10p").asDouble(), within(0.01));
  }

  private static Finding.Watermark examine(String student, long key) throws IOException {
    Tokenizer standIn = TiktokenTokenizer.named("r50k_base");
    KgwScheme scheme = new KgwScheme(4096, 0.25, KgwScheme.Seeding.LEFTHASH, 1, false, 0L, 5);
    WatermarkDetector detector =
        WatermarkDetector.of(
            new Teacher("teacher", "vendor", null),
            scheme,
            WatermarkKey.of(key),
            standIn,
            1,
            1,
            new byte[0]);
    List<Signal> signals = new ArrayList<>();
    for (String line : lines(DATA.resolve("student_" + student + ".jsonl.gz"))) {
      JsonNode row = JSON.readTree(line);
      CollectedTokens tokens =
          new CollectedTokens(
              standIn.name(), ids(row.get("prompt_ids")), ids(row.get("output_ids")));
      OutputId id = new OutputId(new FieldDigest(student).add(signals.size()).hex());
      ObservedOutput output = new ObservedOutput(id, "p", 0, "", "", tokens);
      signals.add(detector.detect(output, new Tokenizations(output)));
    }
    Evidence evidence =
        new Evidence(
            detector.descriptor(),
            EvidenceSet.union(signals.stream().map(Signal::items).toList()),
            EvidenceSet.union(signals.stream().map(Signal::decoys).toList()),
            EvidenceSet.union(signals.stream().map(Signal::coverage).toList()));
    return (Finding.Watermark) Examiner.examine(evidence, List.of());
  }

  private static long[] ids(JsonNode array) {
    long[] ids = new long[array.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = array.get(i).asLong();
    }
    return ids;
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
