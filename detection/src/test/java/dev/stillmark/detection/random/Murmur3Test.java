package dev.stillmark.detection.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers of MurmurHash3_x86_32 for whole words, among them its widely used test vectors. */
class Murmur3Test {

  @ParameterizedTest
  @CsvSource({
    "0, '', 0",
    "1, '', 514e28b7",
    "ffffffff, '', 81f16f39",
    "0, ffffffff, 76293b50",
    "0, 87654321, f55b516b",
    "5082edee, 87654321, 2362f9de",
    "0, 0, 2362f9de",
    "9747b28c, 61616161, 5a97808a",
    "0, 74736574, ba6bd213",
  })
  void hashes_to_the_known_answer(String seed, String words, String expected) {
    int state = Integer.parseUnsignedInt(seed, 16);
    int count = 0;
    for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
      state = Murmur3.mix(state, Integer.parseUnsignedInt(word, 16));
      count++;
    }

    int hash = Murmur3.finish(state, count);

    assertThat(Integer.toUnsignedString(hash, 16)).isEqualTo(expected);
  }
}
