package dev.stillmark.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.signature.PhraseDetector;
import dev.stillmark.detection.signature.PhraseMiner;
import dev.stillmark.testkit.Scenario.ReferenceModel;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seeded world under mined phrases: who talks like the teacher, among the panel's families. */
class PhraseRankTest {

  @ParameterizedTest
  @CsvSource({"1, 25", "1, 200", "2, 200", "3, 200", "4, 200"})
  void readers_of_the_teacher_talk_like_it_more_than_any_family(long seed, int phrases) {
    assertThat(familiesAbove("phrase-only", seed, phrases)).as("seed %d", seed).isZero();
    assertThat(familiesAbove("distilled", seed, phrases)).as("seed %d", seed).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 25", "1, 200", "2, 200", "3, 200", "4, 200"})
  void others_talk_like_it_less_than_its_cousins_do(long seed, int phrases) {
    assertThat(familiesAbove("innocent", seed, phrases)).as("seed %d", seed).isPositive();
    assertThat(familiesAbove("diluted", seed, phrases)).as("seed %d", seed).isPositive();
  }

  /** Families of which a model shows at least as many of the teacher's phrases a word. */
  private static long familiesAbove(String suspect, long seed, int phrases) {
    Scenario scenario = Scenarios.of(seed);
    PhraseDetector detector = detector(scenario, phrases);
    double own = matchesPerWord(detector, Scenarios.suspect(scenario, suspect).outputs());
    return scenario.references().stream()
        .filter(model -> matchesPerWord(detector, model.outputs()) >= own)
        .map(ReferenceModel::family)
        .distinct()
        .count();
  }

  private static PhraseDetector detector(Scenario scenario, int phrases) {
    Scenario.ModelCard card = scenario.teacher();
    return new PhraseDetector(
        new Teacher(card.name(), card.vendor(), null),
        PhraseMiner.mine(
            texts(scenario.teacherReferenceOutputs()), texts(scenario.background()), phrases));
  }

  private static List<String> texts(List<GeneratedOutput> outputs) {
    return outputs.stream().map(GeneratedOutput::output).toList();
  }

  private static double matchesPerWord(PhraseDetector detector, List<GeneratedOutput> outputs) {
    int words = texts(outputs).stream().collect(Collectors.joining(" ")).split(" ", -1).length;
    int matches =
        outputs.stream()
            .mapToInt(output -> detector.matchesIn(output.prompt(), output.output()).size())
            .sum();
    return (double) matches / words;
  }
}
