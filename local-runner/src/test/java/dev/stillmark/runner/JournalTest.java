package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final String DIGEST = "ab".repeat(32);

  @TempDir Path directory;

  @Test
  void a_rerun_goes_on_after_the_last_acknowledged_line() throws IOException {
    Path file = directory.resolve("journal");
    Journal first = Journal.open(file);
    first.append("model", DIGEST, new Journal.Position(500, 499));
    first.append("model", DIGEST, new Journal.Position(700, 698));

    Journal rerun = Journal.open(file);

    assertThat(rerun.positionOf("model", DIGEST)).isEqualTo(new Journal.Position(700, 698));
    assertThat(rerun.positionOf("other", DIGEST)).isEqualTo(new Journal.Position(0, 0));
  }

  @Test
  void an_entry_that_was_cut_short_is_left_out_and_can_be_written_again() throws IOException {
    Path file = directory.resolve("journal");
    Journal.open(file).append("model", DIGEST, new Journal.Position(500, 500));
    Files.writeString(file, DIGEST.substring(0, 20), StandardOpenOption.APPEND);

    Journal.open(file).append("model", DIGEST, new Journal.Position(900, 900));

    assertThat(Journal.open(file).positionOf("model", DIGEST).line()).isEqualTo(900);
  }

  @Test
  void a_damaged_journal_is_named_with_the_folder_to_delete() throws IOException {
    Path file = directory.resolve("journal");
    Files.writeString(file, "not an entry\n");

    assertThatThrownBy(() -> Journal.open(file))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining(directory.toString());
  }
}
