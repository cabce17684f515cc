package dev.stillmark.detection.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ItemHashTest {

  private static final byte[] KEY = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  /** The vectors of the authors' reference code (vectors_sip64) for 0, 8 and 16 bytes 00 01 02 … */
  @Test
  void equals_the_published_vectors() {
    ItemHash hash = new ItemHash(KEY);

    assertThat(hash.hash(0, 0, 0, 0)).isEqualTo(0x726fdb47dd0e0e31L);
    assertThat(hash.hash(0x0706050403020100L, 0, 0, 1)).isEqualTo(0x93f5f5799a932462L);
    assertThat(hash.hash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, 0, 2))
        .isEqualTo(0x3f2acc7f57c29bdbL);
  }

  @Test
  void keeps_groups_and_items_apart() {
    ItemHash hash = new ItemHash(KEY);

    assertThat(hash.group(5)).isNotEqualTo(hash.item(5, 0));
    assertThat(hash.item(5, 6)).isNotEqualTo(hash.item(6, 5));
    assertThat(hash.hash(5, 6, 0)).isNotEqualTo(hash.hash(5, 6));
  }

  @Test
  void refuses_a_key_of_another_length() {
    assertThatThrownBy(() -> new ItemHash(new byte[8]))
        .hasMessage("an item hash key must hold 16 bytes but holds 8");
  }
}
