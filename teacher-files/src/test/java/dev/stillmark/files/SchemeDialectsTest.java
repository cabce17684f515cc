package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.ScoringMethod;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.WatermarkScheme;
import dev.stillmark.detection.watermark.dipmark.DipmarkScheme;
import dev.stillmark.detection.watermark.edit.ExpEditScheme;
import dev.stillmark.detection.watermark.edit.ItsEditScheme;
import dev.stillmark.detection.watermark.exp.ExpGumbelScheme;
import dev.stillmark.detection.watermark.exp.ExpScheme;
import dev.stillmark.detection.watermark.exp.PfScheme;
import dev.stillmark.detection.watermark.lmwatermarking.LmWatermarkingScheme;
import dev.stillmark.detection.watermark.lmwatermarking.SeedingScheme;
import dev.stillmark.detection.watermark.markllm.FScheme;
import dev.stillmark.detection.watermark.markllm.MarkLlmKgwScheme;
import dev.stillmark.detection.watermark.markllm.WindowScheme;
import dev.stillmark.detection.watermark.sglang.SglangScheme;
import dev.stillmark.detection.watermark.synthid.BayesianScore;
import dev.stillmark.detection.watermark.synthid.SamplingTable;
import dev.stillmark.detection.watermark.synthid.SynthIdDialect;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import dev.stillmark.detection.watermark.synthid.WeightedMeanScore;
import dev.stillmark.detection.watermark.textseal.Method;
import dev.stillmark.detection.watermark.textseal.TextsealScheme;
import dev.stillmark.detection.watermark.threebricks.MarylandScheme;
import dev.stillmark.detection.watermark.threebricks.OpenaiScheme;
import dev.stillmark.detection.watermark.threebricks.Tail;
import dev.stillmark.detection.watermark.unigram.UnigramScheme;
import dev.stillmark.detection.watermark.vllm.VllmScheme;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemeDialectsTest {

  private static final SynthIdDialect TABLE =
      new SynthIdDialect.Transformers(SamplingTable.draw(65_536, 0));

  @TempDir private Path directory;

  /** What each dialect makes of its required fields alone. */
  static Stream<Arguments> defaults() {
    return Stream.of(
        read("kgw, dialect: lm-watermarking, vocabSize: 99", LmWatermarkingScheme.withDefaults(99)),
        read("kgw, dialect: markllm, vocabSize: 99", MarkLlmKgwScheme.withDefaults(99)),
        read(
            "kgw, dialect: three-bricks, vocabSize: 99",
            new MarylandScheme(99, 1, 0.5, 0, 0, ScoringMethod.V2, Tail.EXACT)),
        read(
            "unigram, vocabSize: 99",
            UnigramScheme.withDefaults(UnigramScheme.Dialect.UNIGRAM_REPO, 99)),
        read(
            "unigram, dialect: markllm, vocabSize: 99",
            UnigramScheme.withDefaults(UnigramScheme.Dialect.MARKLLM, 99)),
        read("synthid", SynthIdScheme.withDefaults(TABLE, 30)),
        read(
            "synthid, dialect: deepmind-2025",
            SynthIdScheme.withDefaults(new SynthIdDialect.DeepMind2025(), 30)),
        read("gumbel, vocabSize: 99", OpenaiScheme.withDefaults(99, 1)),
        read("gumbel, dialect: markllm, vocabSize: 99", new ExpScheme(99, 4)),
        read("gumbel, dialect: vllm", VllmScheme.gumbel()),
        read("gumbel, dialect: vllm, variant: dual-key", VllmScheme.dualKey(0.1)),
        read("gumbel, dialect: sglang", SglangScheme.gumbel()),
        read("gumbel, dialect: sglang, variant: dual-key", SglangScheme.dualKey()),
        read("dipmark, vocabSize: 99", DipmarkScheme.withDefaults(99)),
        read("textseal", TextsealScheme.withDefaults(Method.GREENLIST, 1)));
  }

  /** What each dialect makes of fields that are none of the defaults. */
  static Stream<Arguments> others() {
    return Stream.of(
        read(
            "kgw, dialect: lm-watermarking, vocabSize: 99, gamma: 0.5, seedingScheme: minhash,"
                + " selectGreenTokens: false, ignoreRepeatedNgrams: false, windowSizes: [9, 20],"
                + " bosTokenId: 3",
            new LmWatermarkingScheme(
                99, 0.5, SeedingScheme.named("minhash"), false, false, List.of(9, 20), 3L)),
        read(
            "kgw, dialect: markllm, vocabSize: 99, gamma: 0.25, fScheme: skip, windowScheme: self,"
                + " prefixLength: 3",
            new MarkLlmKgwScheme(99, 0.25, FScheme.SKIP, WindowScheme.SELF, 3)),
        read(
            "gumbel, variant: maryland-z, vocabSize: 99, ngram: 2, gamma: 0.25, payload: 1,"
                + " payloadMax: 4, scoringMethod: v1",
            new MarylandScheme(99, 2, 0.25, 1, 4, ScoringMethod.V1, Tail.NORMAL)),
        read(
            "gumbel, variant: openai-z, vocabSize: 99, contextWidth: 3, scoringMethod: none",
            new OpenaiScheme(99, 3, 0, 0, ScoringMethod.NONE, Tail.NORMAL)),
        read(
            "gumbel, dialect: markllm, variant: exp-gumbel, vocabSize: 99, prefixLength: 2",
            new ExpGumbelScheme(99, 2)),
        read("gumbel, dialect: markllm, variant: pf, vocabSize: 99, ngram: 2", new PfScheme(99, 2)),
        read(
            "gumbel, dialect: vllm, variant: dual-key, vllmVersion: 0.31.0, contextWidth: 2,"
                + " deduplicateContexts: false, pValueThreshold: 0.05",
            new VllmScheme(VllmScheme.Variant.DUAL_KEY, 0.2, 2, false, 0.05)),
        read(
            "gumbel, dialect: sglang, variant: dual-key, mixingProbability: 0.25,"
                + " contextWindow: 8, maxContexts: 99",
            new SglangScheme(SglangScheme.Variant.DUAL_KEY, 0.25, 8, 99)),
        read(
            "unigram, vocabSize: 99, gamma: 0.25",
            new UnigramScheme(UnigramScheme.Dialect.UNIGRAM_REPO, 99, 0.25)),
        read(
            "dipmark, vocabSize: 99, gamma: 0.25, prefixLength: 2, ignoreHistoryDetection: true",
            new DipmarkScheme(99, 0.25, 2, true)),
        read(
            "textseal, variant: synthid-weighted, ngram: 3, gamma: 0.25, depth: 8,"
                + " scoringMethod: none",
            new TextsealScheme(Method.SYNTHID_WEIGHTED, 3, 0.25, 8, ScoringMethod.NONE)),
        read(
            "synthid, variant: weighted-mean, depth: 4, ngramLength: 2, samplingTableSize: 16,"
                + " samplingTableSeed: 2, contextHistorySize: 9, eosTokenId: 7,"
                + " watermarkMode: distortionary, vocabSize: 99",
            new SynthIdScheme(
                new SynthIdDialect.Transformers(SamplingTable.draw(16, 2)),
                4,
                2,
                9,
                7L,
                SynthIdScheme.Mode.DISTORTIONARY,
                new WeightedMeanScore(),
                99)),
        read(
            "synthid, variant: bayesian, depth: 2, beta: [1, 2], delta: [[0, 0], [3, 0]],"
                + " prior: 0.5",
            new SynthIdScheme(
                TABLE,
                2,
                5,
                1024,
                null,
                SynthIdScheme.Mode.NON_DISTORTIONARY,
                new BayesianScore(
                    List.of(1.0, 2.0), List.of(List.of(0.0, 0.0), List.of(3.0, 0.0)), 0.5),
                null)));
  }

  @ParameterizedTest
  @MethodSource({"defaults", "others"})
  void every_dialect_becomes_its_scheme(String fields, WatermarkScheme scheme) throws IOException {
    assertThat(SchemeFile.load(write(fields)).scheme()).isEqualTo(scheme);
  }

  @ParameterizedTest
  @CsvSource({
    "'synthid, keys: [5, -7, 0x10]', '5 -7 16'",
    "'synthid, key: \"5, -7 16\"', '5 -7 16'",
    "'gumbel, vocabSize: 99, seed: 9', 9",
    "'unigram, vocabSize: 99, watermarkKey: 8', 8",
    "'textseal, secretKey: -3', -3",
    "'gumbel, dialect: sglang, key: ff', 255",
    "'gumbel, dialect: sglang, key: ff, keyB: 0x1A', '255 26'",
    "'dipmark, vocabSize: 99, key: 00ff10', '0 255 16'",
    "'dipmark, vocabSize: 99, hashKey: [0, 255]', '0 255'",
  })
  void keys_are_read_in_their_dialects_form(String fields, String words) throws IOException {
    List<BigInteger> expected = Stream.of(words.split(" ")).map(BigInteger::new).toList();

    assertThat(SchemeFile.load(write(fields)).key()).isEqualTo(WatermarkKey.of(expected));
  }

  @Test
  void the_depth_is_the_number_of_keys() throws IOException {
    SynthIdScheme scheme =
        (SynthIdScheme) SchemeFile.load(write("synthid, keys: [1, 2, 3]")).scheme();

    assertThat(scheme.depth()).isEqualTo(3);
    assertFault(
        "synthid, keys: [1, 2, 3], depth: 4", "depth must be an integer within 3..3 but is 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kgw, dialect: nobody | dialect must be transformers, lm-watermarking, markllm or three-bricks but is nobody",
        "kgw, dialect: lm-watermarking, vocabSize: 99, seedingScheme: ff-minhash-4-True-99 | seedingScheme must not carry a key: name it in the field 'key'",
        "gumbel, vocabSize: 99, ngram: 1, contextWidth: 1 | contextWidth must not stand beside another name of the same field",
        "gumbel, vocabSize: 99, salt: 5 | salt must be an integer within 35317..35317 but is 5",
        "gumbel, vocabSize: 99, seeding: skip | seeding must be hash but is skip",
        "gumbel, vocabSize: 4096, ngram: 2, seed: 3, seeding: additive, scoringMethod: v2 | seeding must be hash but is additive",
        "kgw, dialect: three-bricks, vocabSize: 99, seeding: min | seeding must be hash but is min",
        "gumbel, vocabSize: 99, gamma: 0.5 | gamma is not a parameter of the variant openai",
        "gumbel, dialect: vllm, prf: hmac | prf must be philox but is hmac",
        "gumbel, dialect: vllm, alpha: 0.5 | alpha must be 0 for the variant gumbel, which has one key, but is 0.5",
        "gumbel, dialect: sglang, key: xyz | key must contain only hex digits but contains something else",
        "gumbel, dialect: sglang, variant: dual-key, key: ff | key must",
        "dipmark, vocabSize: 99, key: 0g | key must be bytes in hexadecimal",
        "synthid, keys: [] | keys must hold 1..1024 integers but holds 0",
        "synthid, keys: [1, x] | keys must be an integer within [-2^63, 2^64-1], decimal or 0x hexadecimal",
        "exp-edit, vocabSize: 99 | scheme exp-edit aligns whole texts and is only for the command score",
      })
  void every_broken_rule_names_its_field(String fields, String message) throws IOException {
    assertFault(fields, message);
  }

  @Test
  void schemes_that_align_whole_texts_have_a_reader_of_their_own() throws IOException {
    EditSchemeFile.LoadedEditScheme exp =
        EditSchemeFile.load(write("exp-edit, vocabSize: 99, key: 5")).orElseThrow();
    EditSchemeFile.LoadedEditScheme its =
        EditSchemeFile.load(write("its-edit, vocabSize: 99, key: 5, n: 8, gamma: 2, nullRuns: 9"))
            .orElseThrow();

    assertThat(exp.scheme()).isEqualTo(ExpEditScheme.withDefaults(99));
    assertThat(exp.nullRuns()).isEqualTo(100);
    assertThat(its.scheme()).isEqualTo(new ItsEditScheme(99, 8, 2));
    assertThat(its.nullRuns()).isEqualTo(9);
    assertThat(EditSchemeFile.load(write("kgw, vocabSize: 99"))).isEmpty();
  }

  @Test
  void many_keys_stand_one_a_line() throws IOException {
    Path scheme = write("synthid, depth: 2");
    Path keys = Files.writeString(directory.resolve("keys"), "1 2\n\n3,4\n");
    Path wrong = Files.writeString(directory.resolve("wrong"), "1 2\n5\n");
    WatermarkScheme loaded = SchemeFile.load(scheme).scheme();

    assertThat(SchemeFile.keys(scheme, loaded, keys)).containsExactly(words(1, 2), words(3, 4));
    assertThatThrownBy(() -> SchemeFile.keys(scheme, loaded, wrong))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith(wrong + ":2: key must ");
  }

  private static WatermarkKey words(long... words) {
    return WatermarkKey.of(LongStream.of(words).mapToObj(BigInteger::valueOf).toList());
  }

  private static Arguments read(String fields, WatermarkScheme scheme) {
    return Arguments.of(fields, scheme);
  }

  private void assertFault(String fields, String message) throws IOException {
    Path file = write(fields);
    assertThatThrownBy(() -> SchemeFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith(file + ":1: " + message);
  }

  private Path write(String fields) throws IOException {
    Path file = Files.createTempFile(directory, "scheme", ".json");
    return Files.writeString(file, "{scheme: " + fields + "}");
  }
}
