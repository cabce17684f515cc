package dev.stillmark.detection.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseDetectorTest {

  private static final Teacher TEACHER = new Teacher("oracle", "Delphi", null);
  private static final PhraseList LIST =
      new PhraseList(
          List.of(
              new Phrase("rest assured", 6),
              new Phrase("by and large", 5),
              new Phrase("in a nutshell", 4)));
  private static final PhraseDetector DETECTOR = new PhraseDetector(TEACHER, LIST);

  @Test
  void an_output_is_one_item_with_its_distinct_phrases_and_words() {
    ObservedOutput output = output(0, "Why?", "Rest assured: by and large, rest assured.");

    Signal signal = detect(DETECTOR, output);

    assertThat(signal.items().size()).isEqualTo(1);
    assertThat(signal.items().group(0)).isEqualTo(output.id().hash64());
    assertThat(signal.items().item(0)).isEqualTo(output.id().hash64());
    assertThat(signal.items().order(0)).isEqualTo(output.id().order());
    assertThat(signal.items().score(0, 0)).isEqualTo((2L << 32) | 7);
    assertThat(signal.decoys().size()).isZero();
    assertThat(signal.coverage()).isEqualTo(new Coverage(7, 0, 0, false).asItem(output.id()));
  }

  @Test
  void a_phrase_of_the_prompt_does_not_count() {
    ObservedOutput output = output(0, "Say \"rest assured\"!", "Rest assured, in a nutshell.");

    Signal signal = detect(DETECTOR, output);

    assertThat(signal.items().score(0, 0)).isEqualTo((1L << 32) | 5);
    assertThat(signal.coverage()).isEqualTo(new Coverage(5, 1, 0, false).asItem(output.id()));
    assertThat(DETECTOR.matchesIn(output.prompt(), output.output()))
        .containsExactly(new Phrase("in a nutshell", 4));
  }

  @Test
  void an_output_without_words_has_no_item_but_is_covered() {
    ObservedOutput output = output(0, "Why?", "...");

    Signal signal = detect(DETECTOR, output);

    assertThat(signal.items().size()).isZero();
    assertThat(signal.coverage()).isEqualTo(new Coverage(0, 0, 0, false).asItem(output.id()));
  }

  @Test
  void the_descriptor_names_teacher_list_and_version() {
    Descriptor.Phrases descriptor = (Descriptor.Phrases) DETECTOR.descriptor();
    String hex =
        new FieldDigest("stillmark phrase detector 1").add("oracle").add(LIST.digest()).hex();

    assertThat(descriptor)
        .isEqualTo(
            new Descriptor.Phrases("phrases-" + hex.substring(0, 16), TEACHER, LIST.digest(), 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_student_shows_the_habits_and_an_innocent_does_not(long seed) {
    PhraseList mined =
        PhraseMiner.mine(
            HabitWriter.TEACHER.outputs(seed, 400), HabitWriter.PLAIN.outputs(seed + 100, 400), 20);
    PhraseDetector detector = new PhraseDetector(TEACHER, mined);
    HabitWriter student = new HabitWriter(HabitWriter.TEACHER.habits(), 0.1);

    long ofStudent = matches(detector, student.outputs(seed + 200, 300));
    long ofInnocent = matches(detector, HabitWriter.PLAIN.outputs(seed + 300, 300));

    assertThat(ofStudent).as("student, seed %d", seed).isBetween(70L, 220L);
    assertThat(ofInnocent).as("innocent, seed %d", seed).isLessThan(30);
  }

  private static long matches(PhraseDetector detector, List<String> outputs) {
    long matches = 0;
    for (int i = 0; i < outputs.size(); i++) {
      Evidence evidence = Evidence.of(detect(detector, output(i, "Tell me.", outputs.get(i))));
      matches += evidence.items().score(0, 0) >>> 32;
    }
    return matches;
  }

  private static Signal detect(PhraseDetector detector, ObservedOutput output) {
    return detector.detect(output, new Tokenizations(output));
  }

  private static ObservedOutput output(int number, String prompt, String text) {
    OutputId id = new OutputId(new FieldDigest("test output").add(number).hex());
    return new ObservedOutput(id, "prompt", 0, prompt, text, null);
  }
}
