package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"..", "../../etc/passwd", "/etc", ".state", "a/b", "a\\b", "a\nb", "~"})
  void leads_into_a_visible_folder_right_here(String name) {
    Path folder = Path.of("out").resolve(SafeName.of(name)).normalize();

    assertThat(folder.getParent()).isEqualTo(Path.of("out"));
    assertThat(folder.getFileName().toString()).doesNotStartWith(".");
  }

  @Test
  void keeps_a_plain_name() {
    assertThat(SafeName.of("gpt_4.1-mini")).isEqualTo("gpt_4.1-mini");
  }

  @Test
  void tells_names_apart_where_case_does_not_count() {
    assertThat(SafeName.of("Model")).isNotEqualToIgnoringCase(SafeName.of("model"));
  }

  @Test
  void shortens_a_long_name_and_still_tells_it_apart() {
    String one = SafeName.of("m".repeat(300) + "1");
    String other = SafeName.of("m".repeat(300) + "2");

    assertThat(one).hasSizeLessThanOrEqualTo(100).isNotEqualTo(other);
  }
}
