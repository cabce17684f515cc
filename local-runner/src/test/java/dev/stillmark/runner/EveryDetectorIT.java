package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.Detector;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.text.TiktokenTokenizer;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.verdict.Examiner;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.files.FieldMapping;
import dev.stillmark.files.OutputRow;
import dev.stillmark.files.OutputRows;
import dev.stillmark.files.TeacherFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every scheme and dialect, three vocabularies, collected ids and canaries through the services.
 */
class EveryDetectorIT {

  private static final long SECRET = 0x5eed_0f_7e57L;
  private static final String REPLY = "violet heron";
  private static final int OUTPUTS = 12;
  private static final int TOKENS = 120;
  private static final KgwScheme MARKING =
      new KgwScheme(100_277, 0.25, KgwScheme.Seeding.LEFTHASH, 1, false, null, 5);

  @TempDir static Path directory;

  private static List<JsonNode> verdicts = List.of();
  private static List<Detector> detectors = List.of();

  @BeforeAll
  static void investigate() throws Exception {
    Path teacher = Files.writeString(directory.resolve("teacher.yaml"), teacher());
    detectors = TeacherFile.load(teacher).detectors();
    write("marked.jsonl", markedOutputs());
    write("parrot.jsonl", answersToCanaries());
    write("terse.jsonl", List.of(line("p0", "Yes or no?", "Yes"), line("p1", "And now?", "No")));
    Path config = Files.writeString(directory.resolve("case.yaml"), theCase());
    verdicts =
        Investigation.prepare(Home.ofLauncher(), config, Progress.onTerminal())
            .run(directory.resolve("out"))
            .verdicts();
  }

  @Test
  void marked_ids_of_cl100k_support() {
    JsonNode finding = finding("marked", "cl100k_base");

    assertThat(decisionOn("marked")).isEqualTo("support");
    assertThat(finding.path("scored").asInt()).isGreaterThan(1000);
    assertThat(finding.path("retokenisedOutputs").asInt()).isZero();
    assertThat(finding.path("decoyRank").path("rank").asInt()).isEqualTo(1);
  }

  @Test
  void text_of_the_other_vocabulary_is_scored_beside_the_collected_ids() {
    JsonNode finding = finding("marked", "o200k_base");

    assertThat(finding.path("scheme").asText()).isEqualTo("kgw/transformers/selfhash");
    assertThat(finding.path("retokenisedOutputs").asInt()).isEqualTo(OUTPUTS);
    assertThat(finding.path("scored").asInt()).isGreaterThan(1000);
    assertThat(finding.path("log10E").asDouble()).isLessThan(6);
  }

  @Test
  void canaries_that_come_back_support() {
    JsonNode finding = canaries("parrot");

    assertThat(decisionOn("parrot")).isEqualTo("support");
    assertThat(finding.path("asks").asInt()).isEqualTo(3);
    assertThat(finding.path("hits").asInt()).isEqualTo(3);
  }

  @Test
  void a_suspect_without_a_usable_window_gets_no_verdict_under_a_secret_key() {
    assertThat(decisionOn("terse")).isEqualTo("inconclusive(too-few-windows)");
    assertThat(finding("terse", "cl100k_base").path("scored").asInt()).isZero();
    assertThat(finding("terse", "cl100k_base").path("publishedKey").asBoolean()).isFalse();
  }

  @Test
  void the_services_find_what_the_core_finds() {
    int compared = 0;

    for (String suspect : List.of("marked", "parrot", "terse")) {
      for (Detector detector : detectors) {
        Finding expected = byTheCore(suspect, detector);
        JsonNode actual = finding(suspect, expected);

        if (expected instanceof Finding.Watermark mark) {
          assertThat(actual.path("scored").asLong()).as(suspect).isEqualTo(mark.scored());
          assertThat(actual.path("statistic").asDouble())
              .as("%s %s", suspect, mark.descriptor().scheme())
              .isEqualTo(mark.statistic());
          assertThat(actual.path("log10P").asDouble())
              .as("%s %s", suspect, mark.descriptor().scheme())
              .isEqualTo(mark.log10P());
        }
        assertThat(actual.path("log10E").asDouble())
            .as("%s %s", suspect, expected.descriptor().id())
            .isEqualTo(log10E(expected));
        compared++;
      }
    }

    assertThat(compared).isEqualTo(3 * 16);
  }

  private static double log10E(Finding finding) {
    return switch (finding) {
      case Finding.Watermark green -> green.log10E();
      case Finding.Canaries canaries -> canaries.log10E();
      case Finding.Phrases _ -> throw new AssertionError("the teacher has no phrases");
    };
  }

  private static Finding byTheCore(String suspect, Detector detector) {
    Evidence all = null;
    for (ObservedOutput output : observed(suspect)) {
      Evidence one = Evidence.of(detector.detect(output, new Tokenizations(output)));
      all = all == null ? one : all.merge(one);
    }
    return Examiner.examine(all, List.of());
  }

  private static List<ObservedOutput> observed(String suspect) {
    FieldMapping fields =
        suspect.equals("marked")
            ? new FieldMapping(Map.of("outputIds", "ids"), Map.of())
            : FieldMapping.DEFAULT;
    List<ObservedOutput> outputs = new ArrayList<>();
    try (OutputRows rows =
        OutputRows.open(directory.resolve(suspect + ".jsonl"), fields, "collection")) {
      while (rows.hasNext()) {
        outputs.add(observed((OutputRow) rows.next()));
      }
    }
    return outputs;
  }

  private static ObservedOutput observed(OutputRow row) {
    String id = Sha256.hex((row.promptId() + row.sample()).getBytes(StandardCharsets.UTF_8));
    long[] ids = row.outputIds();
    return new ObservedOutput(
        new OutputId(id),
        row.promptId(),
        row.sample(),
        row.prompt(),
        row.output(),
        ids == null ? null : new CollectedTokens("cl100k_base", row.promptIds(), ids));
  }

  private static List<ObjectNode> markedOutputs() {
    TiktokenTokenizer tokenizer = TiktokenTokenizer.named("cl100k_base");
    GreenLists lists = new GreenLists(MARKING, WatermarkKey.of(SECRET));
    SplittableRandom random = new SplittableRandom(11);
    List<ObjectNode> lines = new ArrayList<>();
    for (int i = 0; i < OUTPUTS; i++) {
      long[] ids = marked(lists, random);
      ObjectNode line = line("p" + i, "", tokenizer.decode(ids));
      for (long id : ids) {
        line.withArray("ids").add(id);
      }
      lines.add(line);
    }
    return lines;
  }

  /** Of two drawn ids the green one is taken, if there is one. */
  private static long[] marked(GreenLists lists, SplittableRandom random) {
    long[] ids = new long[TOKENS];
    for (int at = 0; at < TOKENS; at++) {
      ids[at] = random.nextInt(1000, 60_000);
      if (at > 0 && !lists.isGreenAt(ids, at)) {
        ids[at] = random.nextInt(1000, 60_000);
      }
    }
    return ids;
  }

  private static List<ObjectNode> answersToCanaries() {
    List<ObjectNode> lines = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      lines.add(line("canary-" + i, "Which word comes next?", "It is " + REPLY + i + "."));
    }
    return lines;
  }

  private static ObjectNode line(String promptId, String prompt, String output) {
    return Json.object().put("promptId", promptId).put("prompt", prompt).put("output", output);
  }

  private static void write(String file, List<ObjectNode> lines) {
    try (var out = Files.newOutputStream(directory.resolve(file))) {
      for (ObjectNode line : lines) {
        out.write(Json.bytes(line));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decisionOn(String suspect) {
    return VerdictTable.decision(verdictOn(suspect));
  }

  private static JsonNode verdictOn(String suspect) {
    return verdicts.stream()
        .filter(verdict -> verdict.path("suspect").asText().equals(suspect))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no verdict on " + suspect));
  }

  private static JsonNode finding(String suspect, String tokenizer) {
    return only(suspect, "tokenizer", tokenizer);
  }

  private static JsonNode canaries(String suspect) {
    return only(suspect, "kind", "canaries");
  }

  private static JsonNode finding(String suspect, Finding like) {
    return only(suspect, "detector", like.descriptor().id());
  }

  private static JsonNode only(String suspect, String field, String value) {
    return verdictOn(suspect)
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path(field).asText().equals(value))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError("no finding with %s %s on %s".formatted(field, value, suspect)));
  }

  private static String theCase() {
    return """
    case: every-detector
    teachers: [teacher.yaml]
    suspects:
      - {name: marked, outputs: marked.jsonl, fields: {outputIds: ids}, tokenizer: cl100k_base}
      - {name: parrot, outputs: parrot.jsonl}
      - {name: terse, outputs: terse.jsonl}
    """;
  }

  private static String teacher() {
    StringBuilder teacher =
        new StringBuilder(
            """
            teacher: many-sided
            vendor: nobody
            schemes:
              - {scheme: kgw, vocabSize: 100277, tokenizer: cl100k_base, key: %d, decoys: 7}
              - {scheme: kgw, vocabSize: 200019, tokenizer: o200k_base, key: %d, decoys: 1,
                 seedingScheme: selfhash, contextWidth: 4}
              - {scheme: kgw, dialect: lm-watermarking, seedingScheme: minhash, vocabSize: 50257,
                 tokenizer: r50k_base, key: 11, decoys: 3}
              - {scheme: kgw, dialect: markllm, vocabSize: 50257, tokenizer: r50k_base, key: 12,
                 decoys: 3}
              - {scheme: kgw, dialect: three-bricks, vocabSize: 50257, tokenizer: r50k_base,
                 seed: 13, decoys: 3}
              - {scheme: unigram, vocabSize: 50257, tokenizer: r50k_base, key: 14, decoys: 3}
              - {scheme: synthid, tokenizer: r50k_base, keys: [5, 7, 11, 13, 17, 19], decoys: 3}
              - {scheme: synthid, dialect: deepmind-2025, tokenizer: r50k_base,
                 keys: [23, 29, 31, 37], decoys: 3}
              - {scheme: gumbel, vocabSize: 50257, tokenizer: r50k_base, seed: 15, decoys: 3}
              - {scheme: gumbel, dialect: markllm, vocabSize: 50257, tokenizer: r50k_base, key: 16,
                 decoys: 3}
              - {scheme: gumbel, dialect: vllm, tokenizer: r50k_base, key: 17, decoys: 3}
              - {scheme: gumbel, dialect: vllm, variant: dual-key, tokenizer: r50k_base, key: 18,
                 decoys: 3}
              - {scheme: gumbel, dialect: sglang, tokenizer: r50k_base, key: '1f', keyB: '2e',
                 decoys: 3}
              - {scheme: dipmark, vocabSize: 50257, tokenizer: r50k_base, key: 00ff10ee20dd30cc,
                 decoys: 1}
              - {scheme: textseal, tokenizer: r50k_base, secretKey: 19, decoys: 3}
            canaries:
              replySpace: 1000000
              items:
            """
                .formatted(SECRET, SECRET + 1));
    for (int i = 0; i < 3; i++) {
      teacher.append(
          "    - {id: c%d, promptId: canary-%d, reply: %s%d}\n".formatted(i, i, REPLY, i));
    }
    return teacher.toString();
  }
}
