package dev.stillmark.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.files.InputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherFoldersTest {

  @TempDir Path directory;

  @Test
  void a_folder_gives_its_yaml_files_and_the_teacher_files_one_level_below() throws IOException {
    TestTeachers.write(directory);

    assertThat(TeacherFolders.load(List.of(directory.resolve("teachers"))))
        .extracting(teacher -> teacher.teacher().name())
        .containsExactly("aria-2", "borea-1");
  }

  @Test
  void a_detector_that_stands_in_two_files_is_refused() throws IOException {
    TestTeachers.write(directory);
    Path file = directory.resolve("teachers/borea.yaml");
    Path copy = Files.copy(file, directory.resolve("teachers/copy.yml"));

    assertThatThrownBy(() -> TeacherFolders.load(List.of(directory.resolve("teachers"))))
        .isInstanceOf(InputFault.class)
        .hasMessageStartingWith(copy + ": must not repeat the detector '")
        .hasMessageEndingWith("' of " + file);
  }
}
