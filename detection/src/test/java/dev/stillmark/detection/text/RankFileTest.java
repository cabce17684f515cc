package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankFileTest {

  @Test
  void a_last_line_without_its_line_break_counts() {
    byte[] file = SmallRanks.of(List.of("the")).file();

    ByteVocabulary vocabulary = RankFile.vocabulary(Arrays.copyOf(file, file.length - 1));

    assertThat(vocabulary.size()).isEqualTo(257);
    assertThat(vocabulary.bytesOf(256)).isEqualTo("the".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void ranks_that_do_not_count_up_are_refused() {
    byte[] file = "YQ== 0\nYg== 2\n".getBytes(StandardCharsets.US_ASCII);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankFile.vocabulary(file))
        .withMessage("ranks must count up from 0 but line 2 has 2");
  }
}
