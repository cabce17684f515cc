package dev.stillmark.edge;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.LoadedTeacher;
import dev.stillmark.files.TeacherFile;
import dev.stillmark.files.Tokenizers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loads the teachers of one scan, which must not name a detector twice. */
final class Teachers {

  private Teachers() {}

  /** In the order of the files; throws {@link InputFault}. */
  static List<LoadedTeacher> load(List<Path> files) {
    Tokenizers tokenizers = new Tokenizers();
    Set<String> detectors = new HashSet<>();
    Map<String, Teacher> byName = new HashMap<>();
    List<LoadedTeacher> teachers = new ArrayList<>();
    for (Path file : files) {
      LoadedTeacher loaded = TeacherFile.load(file, tokenizers);
      for (Detector detector : loaded.detectors()) {
        requireNew(detectors.add(detector.descriptor().id()), file);
      }
      Teacher teacher = loaded.teacher();
      if (!teacher.equals(byName.getOrDefault(teacher.name(), teacher))) {
        throw new InputFault(
            file, null, "teacher", "must have the vendor and date of its other file");
      }
      byName.put(teacher.name(), teacher);
      teachers.add(loaded);
    }
    return List.copyOf(teachers);
  }

  private static void requireNew(boolean isNew, Path file) {
    if (!isNew) {
      throw new InputFault(
          file,
          null,
          null,
          "must not repeat a scheme, canary set or phrase list: it would count twice");
    }
  }
}
