package dev.stillmark.detection.watermark.synthid;

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
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.text.TiktokenTokenizer;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.verdict.Examiner;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.watermark.WatermarkDetector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Students that were really trained, against what the published radioactivity test says of them.
 */
@Tag("shared-data")
class SynthIdRadioactivityTest {

  private static final Path DATA =
      Path.of(System.getProperty("stillmark.sharedData"), "radioactivity");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SynthIdScheme SCHEME = Schemes.of(Schemes.TABLE, 10, 2);
  private static final Map<String, long[]> KEYS =
      Map.of(
          "true", Arrays.copyOf(PublishedKeys.EXAMPLE, 10),
          "wrong0", new long[] {5, 99, 321, 77, 612, 43, 888, 901, 17, 250},
          "wrong1", new long[] {733, 21, 454, 616, 303, 12, 978, 550, 871, 64});

  static Stream<JsonNode> runs() throws IOException {
    JsonNode runs = JSON.readTree(DATA.resolve("expected_results.json").toFile());
    return StreamSupport.stream(runs.spliterator(), false)
        .filter(run -> run.get("scheme").asText().equals("synthid"));
  }

  @Test
  void every_run_is_checked() throws IOException {
    assertThat(
            runs()
                .map(run -> run.get("student").asText() + "/" + run.get("key").asText())
                .collect(Collectors.toSet()))
        .contains("synthid_pub/true", "synthid_pub/wrong0", "synthid_pub/wrong1")
        .contains("clean_pub/true", "clean_pub/wrong0", "clean_pub/wrong1")
        .hasSize(11);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void gives_the_curve_of_the_published_test(JsonNode run) throws IOException {
    String name = run.get("student").asText() + "/" + run.get("key").asText();
    GValues values = SCHEME.with(Schemes.key(KEYS.get(run.get("key").asText())));
    DistinctWindows windows = new DistinctWindows(SCHEME.dialect());
    List<JsonNode> curve = new ArrayList<>();
    run.get("curve").forEach(curve::add);
    int tokens = 0;
    for (Output output : outputs(run.get("student").asText())) {
      for (int at = SCHEME.contextWidth() + 1; at < output.ids().length; at++) {
        if (!output.promptContexts().contains(output.ids()[at - 1])) {
          long hash = values.hashAt(output.ids(), at);
          windows.add(hash, values.mask(hash));
        }
        tokens++;
        if (!curve.isEmpty() && tokens == curve.getFirst().get("tokens").asInt()) {
          assertPoint(curve.removeFirst(), windows, name + " after " + tokens);
        }
      }
    }
    assertThat(curve).as(name).isEmpty();
  }

  private static void assertPoint(JsonNode point, DistinctWindows windows, String what) {
    double mean = windows.windowBits() / (double) windows.windows();

    assertThat(windows.windows()).as(what).isEqualTo(point.get("scored").asLong());
    assertThat(mean).as(what).isCloseTo(point.get("mean").asDouble(), within(1e-12));
    assertThat(log10P(windows.windows(), windows.windowBits()))
        .as(what)
        .isCloseTo(point.get("log10p").asDouble(), within(0.01));
  }

  @Test
  void the_headline_counts_each_seed_once_and_keeps_each_window() throws IOException {
    GValues values = SCHEME.with(Schemes.key(KEYS.get("true")));
    DistinctWindows windows = new DistinctWindows(SCHEME.dialect());
    for (Output output : outputs("synthid_pub")) {
      for (int at = SCHEME.contextWidth() + 1; at < output.ids().length; at++) {
        if (!output.promptContexts().contains(output.ids()[at - 1])) {
          long hash = values.hashAt(output.ids(), at);
          windows.add(hash, values.mask(hash));
        }
      }
    }

    Evidence evidence = detect("synthid_pub", KEYS.get("true"));

    Finding.Watermark finding = (Finding.Watermark) Examiner.examine(evidence, List.of());
    assertThat(evidence.items().size()).isEqualTo((int) windows.windows());
    assertThat((long) finding.scored()).isEqualTo(windows.seeds());
    assertThat(finding.log10P())
        .isCloseTo(log10P(windows.seeds(), windows.seedBits()), within(1e-9));
    double exact = TableNull.of(SCHEME, windows.seedSet()).log10P(windows.seedBits());
    assertThat(exact).isLessThan(finding.log10P());
  }

  private static Evidence detect(String student, long[] keys) throws IOException {
    Tokenizer standIn = TiktokenTokenizer.named("r50k_base");
    Teacher teacher = new Teacher("teacher", "vendor", null);
    WatermarkDetector detector =
        WatermarkDetector.of(teacher, SCHEME, Schemes.key(keys), standIn, 1, 1, new byte[0]);
    List<Signal> signals = new ArrayList<>();
    for (Output output : outputs(student)) {
      CollectedTokens tokens = new CollectedTokens(standIn.name(), output.prompt(), output.ids());
      OutputId id = new OutputId(new FieldDigest(student).add(signals.size()).hex());
      ObservedOutput observed = new ObservedOutput(id, "p", 0, "", "", tokens);
      signals.add(detector.detect(observed, new Tokenizations(observed)));
    }
    return new Evidence(
        detector.descriptor(),
        EvidenceSet.union(signals.stream().map(Signal::items).toList()),
        EvidenceSet.union(signals.stream().map(Signal::decoys).toList()),
        EvidenceSet.union(signals.stream().map(Signal::coverage).toList()));
  }

  private static double log10P(long units, long bits) {
    NullLaw.Bits law = SCHEME.law();
    return BinomialTail.log10(units * law.depth(), bits, law.ones(), law.levels());
  }

  /** An output with its prompt, whose leading beginning-of-sequence token is cut off. */
  private record Output(long[] prompt, long[] ids) {

    /** The last token of the prompt is none: nothing of the prompt follows it. */
    Set<Long> promptContexts() {
      return LongStream.of(prompt)
          .limit(Math.max(0, prompt.length - 1))
          .boxed()
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  private static List<Output> outputs(String student) throws IOException {
    List<Output> outputs = new ArrayList<>();
    for (String line : lines(DATA.resolve("student_" + student + ".jsonl.gz"))) {
      JsonNode row = JSON.readTree(line);
      long[] prompt = ids(row.get("prompt_ids"));
      assertThat(prompt[0]).isZero();
      outputs.add(
          new Output(Arrays.copyOfRange(prompt, 1, prompt.length), ids(row.get("output_ids"))));
    }
    return outputs;
  }

  private static long[] ids(JsonNode array) {
    return IntStream.range(0, array.size()).mapToLong(i -> array.get(i).asLong()).toArray();
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
