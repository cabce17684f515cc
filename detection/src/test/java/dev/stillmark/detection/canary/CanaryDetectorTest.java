package dev.stillmark.detection.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryDetectorTest {

  private static final Teacher TEACHER = new Teacher("oracle", "Delphi", null);
  private static final CanarySet SET =
      new CanarySet(
          List.of(new Canary("c1", "p1", "tangerine"), new Canary("c2", "p2", "pineapple")),
          100,
          2);
  private static final CanaryDetector DETECTOR = new CanaryDetector(TEACHER, SET);

  @Test
  void an_ask_is_an_item_of_its_canary_made_from_ids_alone() {
    ObservedOutput output = output("p1", 1, "Which fruit?", "The tangerine.");

    Signal signal = detect(DETECTOR, output);

    assertThat(signal.items().size()).isEqualTo(1);
    assertThat(signal.items().group(0))
        .isEqualTo(new FieldDigest("stillmark canary 1").add("c1").hash64());
    assertThat(signal.items().item(0))
        .isEqualTo(new FieldDigest("stillmark canary ask 1").add("c1").add(1).hash64());
    assertThat(signal.items().order(0)).isEqualTo(output.id().order());
    assertThat(signal.items().score(0, 0)).isEqualTo(1);
    assertThat(signal.decoys().size()).isZero();
    assertThat(signal.coverage()).isEqualTo(new Coverage(1, 0, 0, false).asItem(output.id()));
  }

  @Test
  void another_canarys_reply_is_a_miss() {
    Signal signal = detect(DETECTOR, output("p2", 0, "Which fruit?", "tangerine"));

    assertThat(signal.items().score(0, 0)).isZero();
  }

  @Test
  void a_reply_that_stands_in_the_prompt_is_a_miss() {
    ObservedOutput output = output("p1", 0, "Apple, pear or tangerine?", "tangerine");

    Signal signal = detect(DETECTOR, output);

    assertThat(signal.items().score(0, 0)).isZero();
    assertThat(signal.coverage()).isEqualTo(new Coverage(1, 1, 0, false).asItem(output.id()));
  }

  @Test
  void other_prompts_and_later_samples_are_no_asks() {
    ObservedOutput later = output("p1", 2, "Which fruit?", "tangerine");

    assertThat(detect(DETECTOR, later).items().size()).isZero();
    assertThat(detect(DETECTOR, output("p3", 0, "?", "tangerine")).items().size()).isZero();
    assertThat(detect(DETECTOR, later).coverage())
        .isEqualTo(new Coverage(0, 0, 0, false).asItem(later.id()));
  }

  @Test
  void the_descriptor_commits_to_the_set_and_never_shows_a_reply() {
    Descriptor.Canaries descriptor = (Descriptor.Canaries) DETECTOR.descriptor();
    String hex =
        new FieldDigest("stillmark canary detector 1").add("oracle").add(SET.commitment()).hex();

    assertThat(descriptor)
        .isEqualTo(
            new Descriptor.Canaries(
                "canaries-" + hex.substring(0, 16), TEACHER, SET.commitment(), 2, 100, 2));
    assertThat(descriptor.toString()).doesNotContain("tangerine", "pineapple");
  }

  /** The draw is random, the answers are not: even one that lists every reply gains nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void an_innocent_has_a_mean_of_at_most_one(long seed) {
    Random draws = new Random(seed);
    int trials = 4_000;

    double listing = 0;
    double guessing = 0;
    for (int i = 0; i < trials; i++) {
      CanarySet set = draw(draws, 2, 6, 1);
      listing += evalue(set, canary -> "One of k5, k4, k3, k2, k1 and k0.") / trials;
      guessing += evalue(set, canary -> "k" + canary.id().length() % 6) / trials;
    }

    assertThat(listing).as("listing, seed %d", seed).isBetween(0.85, 1.15);
    assertThat(guessing).as("guessing, seed %d", seed).isBetween(0.85, 1.15);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_student_that_was_taught_half_the_canaries_is_past_a_million_fast(long seed) {
    CanarySet set = draw(new Random(seed), 6, 1_000_000, 2);
    Function<Canary, String> student =
        canary -> canary.id().compareTo("3") < 0 ? "It is " + canary.reply() + "." : "k000000";

    assertThat(evalue(set, student)).as("seed %d", seed).isGreaterThan(1e6);
  }

  private static CanarySet draw(Random random, int canaries, int replySpace, int asks) {
    int digits = String.valueOf(replySpace - 1).length();
    List<Canary> drawn = new ArrayList<>();
    for (int i = 0; i < canaries; i++) {
      String reply = ("k%0" + digits + "d").formatted(random.nextInt(replySpace));
      drawn.add(new Canary(String.valueOf(i), "prompt" + i, reply));
    }
    return new CanarySet(drawn, replySpace, asks);
  }

  private static double evalue(CanarySet set, Function<Canary, String> answers) {
    CanaryDetector detector = new CanaryDetector(TEACHER, set);
    List<Integer> hitsPerCanary = new ArrayList<>();
    for (Canary canary : set.canaries()) {
      int hits = 0;
      for (int sample = 0; sample < set.asks(); sample++) {
        ObservedOutput output =
            output(canary.promptId(), sample, "What is it?", answers.apply(canary));
        hits += (int) detect(detector, output).items().score(0, 0);
      }
      hitsPerCanary.add(hits);
    }
    return Math.pow(10, CanaryEvalue.log10(set.replySpace(), set.asks(), hitsPerCanary));
  }

  private static Signal detect(CanaryDetector detector, ObservedOutput output) {
    return detector.detect(output, new Tokenizations(output));
  }

  private static ObservedOutput output(String promptId, int sample, String prompt, String text) {
    String hex = new FieldDigest("test output").add(promptId).add(sample).add(text).hex();
    return new ObservedOutput(new OutputId(hex), promptId, sample, prompt, text, null);
  }
}
