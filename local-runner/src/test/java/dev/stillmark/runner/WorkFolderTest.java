package dev.stillmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

  private final Progress progress =
      new Progress(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false);

  @TempDir Path directory;

  @Test
  void two_runs_do_not_share_a_folder() throws IOException {
    try (WorkFolder first = WorkFolder.open(directory, "a", progress)) {
      assertThat(first.state()).isDirectory();

      assertThatThrownBy(() -> WorkFolder.open(directory, "a", progress))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("another run is writing to " + directory);
    }
  }

  @Test
  void the_same_inputs_take_up_the_state_and_others_start_anew() throws IOException {
    Path kept;
    try (WorkFolder first = WorkFolder.open(directory, "a", progress)) {
      kept = Files.createFile(first.state().resolve("kept"));
    }

    WorkFolder.open(directory, "a", progress).close();
    assertThat(kept).exists();

    WorkFolder.open(directory, "b", progress).close();
    assertThat(kept).doesNotExist();
  }

  @Test
  void nothing_is_left_to_take_up_after_a_run_that_ended_well() throws IOException {
    try (WorkFolder folder = WorkFolder.open(directory, "a", progress)) {
      folder.forget();
    }

    assertThat(directory).isEmptyDirectory();
  }
}
