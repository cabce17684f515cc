package dev.stillmark.detection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stillmark.detection.evidence.DrawScale;
import dev.stillmark.detection.evidence.NullLaw;
import dev.stillmark.detection.stats.BinomialTail;
import dev.stillmark.detection.stats.CoinEvalue;
import dev.stillmark.detection.stats.GreenListEvalue;
import dev.stillmark.detection.stats.OrderFreeSum;
import dev.stillmark.detection.stats.SeedCount;
import dev.stillmark.detection.stats.UniformEvalue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law's statistics over a handful of items, against values worked out by hand. */
class TallyTest {

  static Stream<NullLaw> laws() {
    return Stream.of(
        new NullLaw.GreenList(8, 2),
        new NullLaw.FixedList(8, 2),
        new NullLaw.Coin(1, 4),
        new NullLaw.Uniform(DrawScale.TORCH_FLOAT),
        new NullLaw.TwoUniforms(DrawScale.VLLM_FLOAT, 0.1),
        new NullLaw.Bits(5, 1, 2));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void nothing_seen_is_no_evidence(NullLaw law) {
    Tally tally = Tally.of(law);

    assertThat(tally.scored()).isZero();
    assertThat(tally.statistic()).isZero();
    assertThat(tally.z()).isZero();
    assertThat(tally.log10P()).isZero();
    assertThat(tally.log10PBound()).isZero();
    assertThat(tally.log10E()).isZero();
  }

  /** Three seeds with one token each: P(Bin(3, 1/4) ≥ 2) = 10/64, z = (2 - 3/4) / (3/4). */
  @Test
  void green_tokens_of_different_seeds_are_coins() {
    Tally tally = Tally.of(new NullLaw.GreenList(8, 2));
    tally.add(0, 1);
    tally.add(1, 0);
    tally.add(2, 1);

    assertThat(tally.scored()).isEqualTo(3);
    assertThat(tally.statistic()).isEqualTo(2);
    assertThat(tally.z()).isCloseTo(1.25 / 0.75, within(1e-15));
    assertThat(tally.log10P()).isCloseTo(Math.log10(10 / 64.0), within(1e-14));
    assertThat(tally.log10PBound()).isEqualTo(tally.log10P());
    assertThat(tally.log10E()).isCloseTo(CoinEvalue.log10(3, 2, 0.25), within(1e-14));
  }

  /** With a seed of several tokens the binomial tail is proved from n γ + 1 on: 2 of 4 here. */
  @Test
  void green_tokens_of_one_seed_are_drawn_without_replacement() {
    Tally tally = Tally.of(new NullLaw.GreenList(8, 2));
    tally.add(0, 1);
    tally.add(0, 0);
    tally.add(1, 0);
    tally.add(0, 0);

    assertThat(tally.log10P()).isCloseTo(Math.log10(1 - 81 / 256.0), within(1e-14));
    assertThat(tally.log10PBound()).isZero();

    tally.add(2, 1);
    tally.add(3, 1);

    assertThat(tally.log10P()).isCloseTo(BinomialTail.log10(6, 3, 2, 8), within(1e-14));
    assertThat(tally.log10PBound()).isEqualTo(tally.log10P());
    assertThat(tally.log10E())
        .isEqualTo(
            GreenListEvalue.log10(
                8,
                2,
                List.of(new SeedCount(3, 1, 1), new SeedCount(1, 1, 2), new SeedCount(1, 0, 1))));
  }

  /** Of 4 drawn from 8 both green ones: C(6,2) / C(8,4) = 15/70; variance 4·(3/16)·(4/7). */
  @Test
  void green_types_of_one_list_are_drawn_without_replacement() {
    Tally tally = Tally.of(new NullLaw.FixedList(8, 2));
    for (long score : new long[] {1, 0, 1, 0}) {
      tally.add(0, score);
    }

    assertThat(tally.scored()).isEqualTo(4);
    assertThat(tally.statistic()).isEqualTo(2);
    assertThat(tally.z()).isCloseTo(1 / Math.sqrt(4 * 3 / 16.0 * 4 / 7), within(1e-14));
    assertThat(tally.log10P()).isCloseTo(Math.log10(15 / 70.0), within(1e-14));
    assertThat(tally.log10E())
        .isEqualTo(GreenListEvalue.log10(8, 2, List.of(new SeedCount(4, 2, 1))));
  }

  @Test
  void a_whole_vocabulary_says_nothing() {
    Tally tally = Tally.of(new NullLaw.FixedList(8, 2));
    for (int id = 0; id < 8; id++) {
      tally.add(0, id < 2 ? 1 : 0);
    }

    assertThat(tally.z()).isZero();
    assertThat(tally.log10P()).isZero();
    assertThat(tally.log10E()).isLessThan(0);
  }

  /**
   * Ids outside the vocabulary are red without a draw: more of them than it has reds is no error.
   */
  @Test
  void ids_outside_one_lists_vocabulary_only_weaken() {
    Tally tally = Tally.of(new NullLaw.FixedList(8, 2));
    tally.add(0, 1);
    tally.add(0, 1);
    double before = tally.log10E();

    for (int stranger = 1; stranger <= 9; stranger++) {
      double p = tally.log10P();
      tally.add(stranger, 0);

      assertThat(tally.log10P()).isGreaterThanOrEqualTo(p);
      assertThat(tally.log10E()).isLessThan(before);
      before = tally.log10E();
    }
    assertThat(tally.scored()).isEqualTo(11);
    assertThat(tally.log10P()).isZero();
  }

  /** P(Bin(4, 819/8191) ≥ 1). */
  @Test
  void coins_keep_their_exact_share() {
    Tally tally = Tally.of(new NullLaw.Coin(819, 8191));
    for (long score : new long[] {0, 1, 0, 0}) {
      tally.add(7, score);
    }
    double p = 819 / 8191.0;

    assertThat(tally.scored()).isEqualTo(4);
    assertThat(tally.log10P()).isCloseTo(Math.log10(1 - Math.pow(1 - p, 4)), within(1e-14));
    assertThat(tally.z()).isCloseTo((1 - 4 * p) / Math.sqrt(4 * p * (1 - p)), within(1e-14));
    assertThat(tally.log10E()).isEqualTo(CoinEvalue.log10(4, 1, p));
  }

  /** u = 1/2 and 3/4: scores ln 2 and ln 4; P(Gamma(2, 1) ≥ x) = e^-x (1 + x). */
  @Test
  void uniform_draws_add_their_exponential_scores() {
    Tally tally = Tally.of(new NullLaw.Uniform(DrawScale.TORCH_FLOAT));
    tally.add(0, 1 << 23);
    tally.add(1, 3 << 22);
    double x = Math.log(8);

    assertThat(tally.scored()).isEqualTo(2);
    assertThat(tally.statistic()).isCloseTo(x, within(1e-15));
    assertThat(tally.z()).isCloseTo((x - 2) / Math.sqrt(2), within(1e-14));
    assertThat(tally.log10P()).isCloseTo(Math.log10((1 + x) / 8), within(1e-14));
    UniformEvalue evalue = new UniformEvalue(1L << 24);
    assertThat(tally.log10E())
        .isEqualTo(evalue.log10(2, evalue.logMiddle(1 << 23) + evalue.logMiddle(3 << 22)));
  }

  @Test
  void two_uniform_draws_are_weighted() {
    NullLaw.TwoUniforms law = new NullLaw.TwoUniforms(DrawScale.TORCH_FLOAT, 0.25);
    Tally tally = Tally.of(law);
    tally.add(0, NullLaw.TwoUniforms.score(1 << 23, 3 << 22));
    double statistic = 0.75 * Math.log(2) + 0.25 * Math.log(4);

    assertThat(tally.scored()).isEqualTo(1);
    assertThat(tally.statistic()).isCloseTo(statistic, within(1e-15));
    assertThat(tally.z()).isCloseTo((statistic - 1) / Math.sqrt(0.625), within(1e-14));
    UniformEvalue evalue = new UniformEvalue(1L << 24);
    OrderFreeSum[] logs = evalue.noPairs();
    evalue.addPair(logs, 0.25, 1 << 23, 3 << 22);
    assertThat(tally.log10E()).isEqualTo(evalue.log10(logs));
  }

  /** Two vectors of three bits with four ones: P(Bin(6, 1/2) ≥ 4) = 22/64. */
  @Test
  void bits_count_once_per_group_and_only_to_their_depth() {
    Tally tally = Tally.of(new NullLaw.Bits(3, 1, 2));
    tally.add(0, 0b101);
    tally.add(0, 0b101);
    tally.add(1, 0b11011);

    assertThat(tally.scored()).isEqualTo(2);
    assertThat(tally.statistic()).isEqualTo(4);
    assertThat(tally.z()).isCloseTo(1 / Math.sqrt(1.5), within(1e-15));
    assertThat(tally.log10P()).isCloseTo(Math.log10(22 / 64.0), within(1e-14));
    assertThat(tally.log10E()).isEqualTo(CoinEvalue.log10(6, 4, 0.5));
  }
}
