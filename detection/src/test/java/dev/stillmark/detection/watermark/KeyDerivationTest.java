package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.detection.watermark.synthid.SamplingTable;
import dev.stillmark.detection.watermark.synthid.SynthIdDialect;
import dev.stillmark.detection.watermark.synthid.SynthIdScheme;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyDerivationTest {

  private static final KgwScheme SCHEME = KgwScheme.withDefaults(4096);
  private static final WatermarkKey KEY = WatermarkKey.of(20_261_124);

  @Test
  void decoys_follow_from_the_key_alone_and_are_distinct_where_it_counts() {
    List<WatermarkKey> decoys = new KeyDerivation(SCHEME, KEY).decoys(127);

    assertThat(new KeyDerivation(SCHEME, KEY).decoys(127)).isEqualTo(decoys);
    assertThat(decoys.stream().map(decoy -> decoy.value().intValue()).distinct()).hasSize(127);
    assertThat(decoys)
        .allSatisfy(decoy -> assertThat(decoy.value()).isBetween(BigInteger.ZERO, largestLong()));
    assertThat(decoys).doesNotContain(KEY);
    assertThat(new KeyDerivation(SCHEME, WatermarkKey.of(20_261_125)).decoys(127))
        .doesNotContainAnyElementsOf(decoys);
  }

  @Test
  void fewer_decoys_are_the_first_of_more() {
    KeyDerivation derivation = new KeyDerivation(SCHEME, KEY);

    assertThat(derivation.decoys(127))
        .startsWith(derivation.decoys(9).toArray(WatermarkKey[]::new));
  }

  /** A sampling table of four cells sees two bits of a key, so that only four keys differ. */
  @Test
  void decoys_that_cannot_differ_from_the_key_are_refused() {
    SynthIdDialect fourCells = new SynthIdDialect.Transformers(SamplingTable.draw(4, 0));
    KeyDerivation derivation = new KeyDerivation(SynthIdScheme.withDefaults(fourCells, 1), KEY);

    assertThatThrownBy(() -> derivation.decoys(20))
        .hasMessageMatching(
            "decoys must find a free key within 65536 draws but decoy \\d+ did not");
  }

  @Test
  void decoys_are_spread_evenly_over_their_range() {
    List<WatermarkKey> decoys = new KeyDerivation(SCHEME, KEY).decoys(2000);

    for (int bit = 0; bit < 63; bit++) {
      int at = bit;
      long set = decoys.stream().filter(decoy -> decoy.value().testBit(at)).count();
      assertThat(set).as("bit %d of 2000 decoys", bit).isBetween(880L, 1120L);
    }
  }

  @Test
  void item_hashes_of_two_keys_differ_and_of_one_key_agree() {
    long item = new KeyDerivation(SCHEME, KEY).itemHash().item(1, 2);

    assertThat(new KeyDerivation(SCHEME, KEY).itemHash().item(1, 2)).isEqualTo(item);
    assertThat(new KeyDerivation(SCHEME, WatermarkKey.of(-20_261_124)).itemHash().item(1, 2))
        .isNotEqualTo(item);
  }

  @Test
  void a_key_and_its_64_bit_namesake_are_two_keys() {
    WatermarkKey negative = WatermarkKey.of(-1);
    WatermarkKey positive = WatermarkKey.of(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));

    assertThat(KeyDerivation.bytes(negative)).isNotEqualTo(KeyDerivation.bytes(positive));
  }

  private static BigInteger largestLong() {
    return BigInteger.valueOf(Long.MAX_VALUE);
  }
}
