package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stillmark.detection.watermark.kgw.KgwScheme;
import dev.stillmark.detection.watermark.kgw.KgwScheme.Seeding;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyCommitmentTest {

  private static final WatermarkKey KEY = WatermarkKey.of(20_261_124);
  private static final byte[] NO_SALT = {};

  @Test
  void changes_with_every_parameter_the_key_and_the_salt() {
    Set<String> commitments = new TreeSet<>();
    commitments.add(of(new KgwScheme(4096, 0.25, Seeding.LEFTHASH, 1, false, null, 5)));
    commitments.add(of(new KgwScheme(4097, 0.25, Seeding.LEFTHASH, 1, false, null, 5)));
    commitments.add(of(new KgwScheme(4096, 0.26, Seeding.LEFTHASH, 1, false, null, 5)));
    commitments.add(of(new KgwScheme(4096, 0.25, Seeding.SELFHASH, 1, false, null, 5)));
    commitments.add(of(new KgwScheme(4096, 0.25, Seeding.LEFTHASH, 2, false, null, 5)));
    commitments.add(of(new KgwScheme(4096, 0.25, Seeding.LEFTHASH, 1, true, null, 5)));
    commitments.add(of(new KgwScheme(4096, 0.25, Seeding.LEFTHASH, 1, false, 0L, 5)));
    commitments.add(of(new KgwScheme(4096, 0.25, Seeding.LEFTHASH, 1, false, null, 4)));
    KgwScheme scheme = KgwScheme.withDefaults(4096);
    commitments.add(KeyCommitment.of(scheme, WatermarkKey.of(20_261_125), NO_SALT));
    commitments.add(KeyCommitment.of(scheme, KEY, new byte[] {0}));

    assertThat(commitments).hasSize(10).allMatch(text -> text.matches("[0-9a-f]{64}"));
  }

  /** Anyone can recompute it: python's struct.pack and hashlib over the documented fields. */
  @Test
  void is_the_hash_of_the_documented_fields() {
    assertThat(of(KgwScheme.withDefaults(4096)))
        .isEqualTo("2fedfea07aa84994151a7defd90e8e7a90e44548d29555624961d2afa111cd9e");
  }

  private static String of(KgwScheme scheme) {
    return KeyCommitment.of(scheme, KEY, NO_SALT);
  }
}
