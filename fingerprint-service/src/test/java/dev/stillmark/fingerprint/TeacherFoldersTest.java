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
  void a_mounted_secret_gives_each_of_its_files_once() throws IOException {
    TestTeachers.write(directory);
    Path mount = Files.createDirectory(directory.resolve("mount"));
    Files.move(directory.resolve("teachers/aria"), mount.resolve("..2026_11_25"));
    Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_11_25"));
    for (String name : List.of("teacher.yaml", "aria.key")) {
      Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
    }

    assertThat(TeacherFolders.load(List.of(mount)))
        .extracting(teacher -> teacher.teacher().name())
        .containsExactly("aria-2");
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
