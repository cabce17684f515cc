package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.stillmark.detection.watermark.kgw.GreenLists;
import dev.stillmark.detection.watermark.kgw.KgwScheme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatermarkDetectorTest {

  private static final int V = 600;
  private static final long KEY = 7_046_029_254_386_353_131L;
  private static final Tokenizer TOKENIZER = TiktokenTokenizer.named("r50k_base");

  static Stream<Arguments> schemes() {
    return Stream.of(
        Arguments.of(KgwScheme.Seeding.LEFTHASH, 1), Arguments.of(KgwScheme.Seeding.SELFHASH, 3));
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void every_item_has_the_colour_of_its_green_list(KgwScheme.Seeding seeding, int width) {
    KgwScheme scheme = scheme(seeding, width);
    GreenLists lists = new GreenLists(scheme, WatermarkKey.of(KEY));
    long[] ids = randomIds(new Random(5), 400);
    int green = 0;
    int positions = 0;
    Set<String> distinct = new HashSet<>();
    for (int at = width + 1; at < ids.length; at++) {
      if (distinct.add(lists.seedAt(ids, at) + "/" + ids[at])) {
        positions++;
        green += lists.isGreenAt(ids, at) ? 1 : 0;
      }
    }

    Finding.Watermark finding = examine(detector(scheme, KEY, 3), List.of(ids));

    assertThat(finding.tokens()).isEqualTo(ids.length - width - 1);
    assertThat(finding.scored()).isEqualTo(positions);
    assertThat(finding.statistic()).isEqualTo(green);
  }

  @Test
  void lefthash_packs_its_decoys_and_selfhash_keeps_them_apart() {
    assertThat(detector(scheme(KgwScheme.Seeding.LEFTHASH, 1), KEY, 127).descriptor().decoys())
        .satisfies(plan -> {
          assertThat(plan.packed()).isTrue();
          assertThat(plan.fraction()).isEqualTo(1);
        });
    assertThat(detector(scheme(KgwScheme.Seeding.SELFHASH, 3), KEY, 127).descriptor().decoys())
        .satisfies(plan -> {
          assertThat(plan.packed()).isFalse();
          assertThat(plan.fraction()).isEqualTo(KeyRing.LARGEST_SHARE_APART);
        });
  }

  @Test
  void contexts_that_the_true_key_cannot_tell_apart_are_one() {
    long third = 6_148_914_691_236_517_205L;
    KgwScheme scheme = scheme(KgwScheme.Seeding.LEFTHASH, 1);
    long[] output = {1, 2, 3, 50, 6, 50, 9, 50};

    Finding.Watermark finding = examine(detector(scheme, third, 3), List.of(output));

    assertThat(finding.scored())
        .as("three times this key is 2^64-1, so contexts count modulo 3: 2-3, 0-50, 2-6, 2-9")
        .isEqualTo(4);
  }

  @Test
  void what_stands_in_the_prompt_is_left_out() {
    WatermarkDetector detector = detector(scheme(KgwScheme.Seeding.LEFTHASH, 1), KEY, 1);
    long[] prompt = {10, 11, 12};
    long[] output = {1, 2, 10, 20, 11, 21, 12, 22};

    Signal signal = signal(detector, prompt, output, 0);
    Finding.Watermark finding =
        (Finding.Watermark) Examiner.examine(Evidence.of(signal), List.of());

    assertThat(finding.tokens()).isEqualTo(6);
    assertThat(finding.excluded()).as("after 10 and 11; 12 ends the prompt").isEqualTo(2);
    assertThat(finding.scored()).isEqualTo(4);
  }

  @Test
  void an_id_outside_the_vocabulary_is_red_counted_and_never_raises_the_evidence() {
    WatermarkDetector detector = detector(scheme(KgwScheme.Seeding.LEFTHASH, 1), KEY, 1);
    long[] output = new long[4 * V];
    for (int i = 0; i < output.length; i++) {
      output[i] = i % 2 == 0 ? 7 : V + i;
    }

    Finding.Watermark finding = examine(detector, List.of(output));

    assertThat(finding.outOfVocabulary()).isEqualTo(2 * V - 1);
    assertThat(finding.log10E()).isNegative();
  }

  @Test
  void a_key_unrelated_to_the_text_stays_below_nominal() {
    int tests = 400;
    int atOnePercent = 0;
    double meanE = 0;
    Random random = new Random(77);
    List<long[]> text = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      text.add(randomIds(random, 300));
    }
    for (int test = 0; test < tests; test++) {
      KgwScheme scheme = scheme(KgwScheme.Seeding.LEFTHASH, 1);
      Finding.Watermark finding = examine(detector(scheme, random.nextLong() >>> 1, 0), text);
      atOnePercent += finding.log10PBound() <= -2 ? 1 : 0;
      meanE += Math.pow(10, finding.log10E()) / tests;
    }

    assertThat(atOnePercent).as("of 400 keys at 0.01, seed 77").isLessThanOrEqualTo(9);
    assertThat(meanE).as("mean e-value, seed 77").isLessThan(1.5);
  }

  @Test
  void text_sampled_with_a_bias_towards_green_is_found() {
    KgwScheme scheme = scheme(KgwScheme.Seeding.LEFTHASH, 1);
    GreenLists lists = new GreenLists(scheme, WatermarkKey.of(KEY));
    Random random = new Random(9);
    List<long[]> text = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long[] ids = randomIds(random, 300);
      for (int at = 1; at < ids.length; at++) {
        if (random.nextDouble() < 0.2) {
          ids[at] = randomGreen(lists.after(ids[at - 1]), random);
        }
      }
      text.add(ids);
    }

    Finding.Watermark finding = examine(detector(scheme, KEY, 127), text);

    assertThat(finding.log10E()).isGreaterThan(20);
    assertThat(finding.decoyRank()).isNotNull();
    assertThat(finding.decoyRank().isAboveAll()).isTrue();
  }

  @Test
  void the_same_output_gives_the_same_signal_in_another_detector_of_the_same_key() {
    KgwScheme scheme = scheme(KgwScheme.Seeding.SELFHASH, 3);
    long[] ids = randomIds(new Random(3), 200);

    Signal here = signal(detector(scheme, KEY, 20), new long[0], ids, 1);
    Signal there = signal(detector(scheme, KEY, 20), new long[0], ids, 1);

    assertThat(here).isEqualTo(there);
  }

  @Test
  void its_text_form_shows_no_key() {
    assertThat(detector(scheme(KgwScheme.Seeding.LEFTHASH, 1), 987_654_321L, 1).toString())
        .doesNotContain("987654321");
    assertThat(WatermarkKey.of(987_654_321L).toString()).doesNotContain("987654321");
  }

  private static KgwScheme scheme(KgwScheme.Seeding seeding, int width) {
    return new KgwScheme(V, 0.25, seeding, width, false, null, 5);
  }

  private static WatermarkDetector detector(KgwScheme scheme, long key, int decoys) {
    return WatermarkDetector.of(
        new Teacher("teacher", "vendor", null),
        scheme,
        WatermarkKey.of(key),
        TOKENIZER,
        decoys,
        1,
        new byte[0]);
  }

  private static Finding.Watermark examine(WatermarkDetector detector, List<long[]> outputs) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      evidence.add(Evidence.of(signal(detector, new long[0], outputs.get(i), i)));
    }
    Evidence merged =
        new Evidence(
            detector.descriptor(),
            EvidenceSet.union(evidence.stream().map(Evidence::items).toList()),
            EvidenceSet.union(evidence.stream().map(Evidence::decoys).toList()),
            EvidenceSet.union(evidence.stream().map(Evidence::coverage).toList()));
    return (Finding.Watermark) Examiner.examine(merged, List.of());
  }

  private static Signal signal(WatermarkDetector detector, long[] prompt, long[] ids, int number) {
    CollectedTokens tokens = new CollectedTokens(TOKENIZER.name(), prompt, ids);
    OutputId id = new OutputId(new FieldDigest("output").add(number).hex());
    ObservedOutput output = new ObservedOutput(id, "p" + number, 0, "", "", tokens);
    return detector.detect(output, new Tokenizations(output));
  }

  private static long[] randomIds(Random random, int length) {
    long[] ids = new long[length];
    for (int i = 0; i < length; i++) {
      ids[i] = random.nextInt(V);
    }
    return ids;
  }

  private static long randomGreen(BitSet green, Random random) {
    int[] ids = green.stream().toArray();
    return ids[random.nextInt(ids.length)];
  }
}
