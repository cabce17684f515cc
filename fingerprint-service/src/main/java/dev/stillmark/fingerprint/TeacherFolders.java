package dev.stillmark.fingerprint;

import dev.stillmark.files.InputFault;
import dev.stillmark.files.LoadedTeacher;
import dev.stillmark.files.TeacherFile;
import dev.stillmark.files.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds and loads the teacher files that the configuration names. */
final class TeacherFolders {

  private TeacherFolders() {}

  /**
   * The teachers in the order of configuration and file names; throws {@link InputFault}.
   *
   * <p>In a folder every {@code *.yaml}, {@code *.yml} and {@code <name>/teacher.yaml} counts, but
   * for hidden names: a mounted secret has each of its files a second time in a hidden folder.
   */
  static List<LoadedTeacher> load(List<Path> configured) {
    Tokenizers tokenizers = new Tokenizers();
    List<LoadedTeacher> teachers = new ArrayList<>();
    Map<String, Path> detectors = new HashMap<>();
    for (Path path : configured) {
      for (Path file : filesOf(path)) {
        LoadedTeacher teacher = TeacherFile.load(file, tokenizers);
        teacher.detectors().forEach(d -> requireNew(detectors, d.descriptor().id(), file));
        teachers.add(teacher);
      }
    }
    return List.copyOf(teachers);
  }

  private static void requireNew(Map<String, Path> detectors, String id, Path file) {
    Path other = detectors.putIfAbsent(id, file);
    if (other != null) {
      throw new InputFault(
          file, null, null, "must not repeat the detector '%s' of %s".formatted(id, other));
    }
  }

  private static List<Path> filesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    for (Path entry : sortedEntries(path)) {
      String name = entry.getFileName().toString();
      Path nested = entry.resolve("teacher.yaml");
      if (Files.isRegularFile(entry) && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
        files.add(entry);
      } else if (Files.isRegularFile(nested)) {
        files.add(nested);
      }
    }
    return files;
  }

  private static List<Path> sortedEntries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InputFault(folder, null, null, "must be a readable folder");
    }
  }
}
