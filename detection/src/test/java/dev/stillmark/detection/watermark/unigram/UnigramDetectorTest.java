package dev.stillmark.detection.watermark.unigram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.TiktokenTokenizer;
import dev.stillmark.detection.text.Tokenizations;
import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.detection.verdict.Examiner;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.watermark.WatermarkDetector;
import dev.stillmark.detection.watermark.WatermarkKey;
import dev.stillmark.detection.watermark.unigram.UnigramScheme.Dialect;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UnigramDetectorTest {

  private static final Tokenizer TOKENIZER = TiktokenTokenizer.named("r50k_base");
  private static final WatermarkKey KEY = WatermarkKey.of(987_654_321);

  @Test
  void a_vocabulary_of_any_size_under_all_decoys_is_one_set_that_is_never_sampled() {
    int vocabSize = 150_000;
    UnigramScheme scheme = UnigramScheme.withDefaults(Dialect.UNIGRAM_REPO, vocabSize);
    long[] everyId =
        LongStream.rangeClosed(-1, vocabSize).map(i -> Math.abs(i) % vocabSize).toArray();

    Finding.Watermark finding = examine(detector(scheme), List.of(everyId));

    assertThat(finding.halvings()).isZero();
    assertThat(finding.scored()).isEqualTo(vocabSize);
    assertThat(finding.statistic()).isEqualTo(scheme.greenListSize());
    assertThat(finding.decoyRank()).isNotNull();
  }

  @Test
  void a_type_counts_once_over_all_outputs() {
    UnigramScheme scheme = UnigramScheme.withDefaults(Dialect.MARKLLM, 500);
    long[] output = {0, 7, 8, 7, 9};

    Finding.Watermark finding = examine(detector(scheme), List.of(output, output));

    assertThat(finding.tokens()).as("the first token of each is left out").isEqualTo(8);
    assertThat(finding.scored()).isEqualTo(3);
  }

  @Test
  void marked_text_is_above_all_decoys() {
    UnigramScheme scheme = UnigramScheme.withDefaults(Dialect.UNIGRAM_REPO, 2000);
    UnigramMask mask = scheme.with(KEY).mask();
    long[] marked = new Random(12).longs(0, 2000).filter(mask::isGreen).limit(400).toArray();

    Finding.Watermark finding = examine(detector(scheme), List.of(marked));

    assertThat(finding.log10P()).as("seed 12").isLessThan(-50);
    assertThat(finding.decoyRank()).isNotNull();
    assertThat(finding.decoyRank().isAboveAll()).as("seed 12").isTrue();
  }

  private static WatermarkDetector detector(UnigramScheme scheme) {
    Teacher teacher = new Teacher("teacher", "vendor", null);
    return WatermarkDetector.of(teacher, scheme, KEY, TOKENIZER, 127, 1, new byte[0]);
  }

  private static Finding.Watermark examine(WatermarkDetector detector, List<long[]> outputs) {
    List<Evidence> evidence =
        IntStream.range(0, outputs.size())
            .mapToObj(i -> evidence(detector, outputs.get(i), i))
            .toList();
    Evidence merged =
        new Evidence(
            detector.descriptor(),
            EvidenceSet.union(evidence.stream().map(Evidence::items).toList()),
            EvidenceSet.union(evidence.stream().map(Evidence::decoys).toList()),
            EvidenceSet.union(evidence.stream().map(Evidence::coverage).toList()));
    return (Finding.Watermark) Examiner.examine(merged, List.of());
  }

  private static Evidence evidence(WatermarkDetector detector, long[] ids, int number) {
    CollectedTokens tokens = new CollectedTokens(TOKENIZER.name(), new long[0], ids);
    OutputId id = new OutputId(new FieldDigest("output").add(number).hex());
    ObservedOutput output = new ObservedOutput(id, "p" + number, 0, "", "", tokens);
    return Evidence.of(detector.detect(output, new Tokenizations(output)));
  }
}
