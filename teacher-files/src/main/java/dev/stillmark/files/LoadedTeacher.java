package dev.stillmark.files;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizer;
import java.nio.file.Path;
import java.util.List;

/**
 * A teacher with the detectors that its file describes; holds secrets inside its detectors only.
 *
 * @param path the file it came from
 * @param schemes the watermark schemes, in the file's order
 * @param tokenizers the tokenizers its schemes use, each once
 */
public record LoadedTeacher(
    Path path,
    Teacher teacher,
    List<Detector> detectors,
    List<SchemeFile.LoadedScheme> schemes,
    List<Tokenizer> tokenizers) {

  /** The teacher and sizes: schemes hold keys. */
  @Override
  public String toString() {
    return "LoadedTeacher[%s, %d detectors]".formatted(teacher.name(), detectors.size());
  }
}
