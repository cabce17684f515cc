package dev.stillmark.detection.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedErrorsTest {

  /** 40 families err, and one besides the suspect's gives the teacher's answer: π = 2/40. */
  @Test
  void a_match_pays_as_computed_by_hand() {
    List<List<Respondent>> families = families(40, 2);

    ErrorScore score = errors(families).of(families.getFirst().getFirst(), 0);

    double e = 1 + 0.1 * (1 - 2.0 / 40) / (2.0 / 40);
    assertThat(e).isCloseTo(2.9, within(1e-12));
    assertThat(score.counted()).isEqualTo(1);
    assertThat(score.countedMatches()).isEqualTo(1);
    assertThat(score.score()).isCloseTo(Math.log(2.9), within(1e-12));
    assertThat(score.averageE()).isCloseTo(2.9, within(1e-12));
  }

  @Test
  void a_miss_pays_one_minus_lambda() {
    List<List<Respondent>> families = families(40, 2);

    ErrorScore score = errors(families).of(families.getLast().getFirst(), 39);

    assertThat(score.counted()).isEqualTo(1);
    assertThat(score.countedMatches()).isZero();
    assertThat(score.score()).isCloseTo(Math.log(0.9), within(1e-12));
  }

  /** K = 2 of 40 is a twentieth and counts; of 39 it is more, whoever is measured. */
  @ParameterizedTest
  @CsvSource({"40, 2, 1", "39, 2, 0", "40, 3, 0", "20, 1, 1", "19, 1, 0", "60, 3, 1"})
  void an_answer_counts_up_to_a_twentieth_of_the_erring_families(
      int erring, int matching, int counted) {
    List<List<Respondent>> families = families(erring, matching);
    SharedErrors errors = errors(families);

    for (int family = 0; family < erring; family++) {
      assertThat(errors.of(families.get(family).getFirst(), family).counted())
          .as("family %d", family)
          .isEqualTo(counted);
    }
  }

  /**
   * All that can happen on one question: any number of erring families, any number of them with the
   * teacher's answer, any of them the suspect's. Given the numbers, each family is equally likely.
   */
  @Test
  void e_has_a_mean_of_at_most_one_by_exact_enumeration() {
    for (int erring = 1; erring <= 64; erring++) {
      for (int matching = 0; matching <= erring; matching++) {
        double mean = meanOverSuspects(families(erring, matching));

        double expected = matching == 0 ? 0.9 : 1;
        assertThat(mean)
            .as("%d of %d", matching, erring)
            .isLessThanOrEqualTo(1 + 1e-12)
            .isCloseTo(expected, within(1e-12));
      }
    }
  }

  /** If k alone decided, matches would be chosen: 2 of 39 would count for those two alone. */
  @Test
  void a_rule_on_the_others_alone_would_not_be_fair() {
    int erring = 39;
    int matching = 2;
    double sum = 0;
    for (int suspect = 0; suspect < erring; suspect++) {
      boolean isMatch = suspect < matching;
      int k = matching - (isMatch ? 1 : 0);
      double pi = (k + 1.0) / erring;
      boolean counts = k <= 0.05 * erring;
      sum += counts ? 1 + 0.1 * ((isMatch ? 1 : 0) - pi) / pi : 1;
    }

    assertThat(sum / erring).isGreaterThan(1.09);
  }

  @Test
  void right_answers_and_refusals_say_nothing() {
    List<List<Respondent>> families = new ArrayList<>(families(40, 2));
    families.add(List.of(Graded.model("right", "r")));
    families.add(List.of(Graded.model("silent", "-")));
    SharedErrors errors = errors(families);

    assertThat(errors.of(families.get(40).getFirst(), 40).score()).isZero();
    assertThat(errors.of(families.get(41).getFirst(), 41).averageE()).isEqualTo(1);
    assertThat(errors.of(families.get(0).getFirst(), 0).score())
        .isCloseTo(Math.log(2.9), within(1e-12));
  }

  @Test
  void a_family_of_many_models_counts_once() {
    List<List<Respondent>> families = new ArrayList<>(families(40, 2));
    Respondent match = families.get(1).getFirst();
    families.set(1, List.of(match, match, Graded.model("sibling", match.family(), "z"), match));

    ErrorScore score = errors(families).of(families.getFirst().getFirst(), 0);

    assertThat(score.score()).isCloseTo(Math.log(2.9), within(1e-12));
  }

  private static double meanOverSuspects(List<List<Respondent>> families) {
    SharedErrors errors = errors(families);
    double sum = 0;
    for (int family = 0; family < families.size(); family++) {
      sum += errors.of(families.get(family).getFirst(), family).averageE();
    }
    return sum / families.size();
  }

  private static SharedErrors errors(List<List<Respondent>> families) {
    return new SharedErrors(Graded.model("teacher", "a"), families);
  }

  /** One question: the first families give the teacher's answer a, the others b, c, d, … */
  private static List<List<Respondent>> families(int erring, int matching) {
    List<List<Respondent>> families = new ArrayList<>();
    for (int i = 0; i < erring; i++) {
      String grade = i < matching ? "a" : Character.toString('b' + i % 7);
      families.add(List.of(Graded.model("m" + i, grade)));
    }
    return List.copyOf(families);
  }
}
