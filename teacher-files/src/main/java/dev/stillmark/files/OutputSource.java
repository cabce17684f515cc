package dev.stillmark.files;

import java.nio.file.Path;
import java.util.List;

/**
 * Files of outputs, and which of their rows count.
 *
 * <p>In a teacher.yaml it is a file name or pattern, or an object that also filters the rows, for
 * files that hold the outputs of many models.
 */
record OutputSource(List<Path> files, FieldMapping fields) {

  private static final List<String> KNOWN =
      List.of("outputs", MappingFields.FIELDS, MappingFields.WHERE);

  /** One source or a list of them; each must name a file that is there. */
  static List<OutputSource> read(Value value) {
    return value.oneOrMore().stream().map(OutputSource::one).toList();
  }

  private static OutputSource one(Value value) {
    if (!value.isMapping()) {
      return new OutputSource(FilePatterns.resolve(value), FieldMapping.DEFAULT);
    }
    Fields one = value.fields(KNOWN);
    return new OutputSource(FilePatterns.resolve(one.required("outputs")), MappingFields.read(one));
  }
}
