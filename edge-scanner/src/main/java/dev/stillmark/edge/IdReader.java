package dev.stillmark.edge;

import dev.stillmark.detection.CollectedTokens;
import dev.stillmark.detection.text.Tokenizer;
import dev.stillmark.files.FieldMapping;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.LoadedTeacher;
import dev.stillmark.files.OutputRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How token ids that stand beside a text are read: a file whose first line has them must have them
 * in every line, and they are ids of the one tokenizer that the teachers share. A line's own object
 * {@code tokens} names its tokenizer.
 */
final class IdReader {

  private final List<String> tokenizers;

  private IdReader(List<String> tokenizers) {
    this.tokenizers = tokenizers;
  }

  static IdReader of(List<LoadedTeacher> teachers) {
    return new IdReader(
        teachers.stream()
            .flatMap(teacher -> teacher.tokenizers().stream())
            .map(Tokenizer::name)
            .distinct()
            .toList());
  }

  /** Leaves the stream where it was. */
  FieldMapping mappingFor(Path file, InputStream in) throws IOException {
    if (tokenizers.isEmpty()) {
      return FieldMapping.DEFAULT;
    }
    Set<String> names = FirstLine.fieldNames(in);
    return Stream.of("outputIds", "output_ids")
        .filter(names::contains)
        .findFirst()
        .map(name -> mapping(file, name))
        .orElse(FieldMapping.DEFAULT);
  }

  private FieldMapping mapping(Path file, String outputIds) {
    if (tokenizers.size() > 1) {
      throw new InputFault(
          file,
          1,
          outputIds,
          "must be ids of one tokenizer, but the teachers have %d; scan teacher by teacher, or use --text-only"
              .formatted(tokenizers.size()));
    }
    return new FieldMapping(Map.of("outputIds", outputIds), Map.of());
  }

  @Nullable CollectedTokens tokensOf(OutputRow row) {
    long[] output = row.outputIds();
    long[] prompt = row.promptIds();
    if (output == null || prompt == null) {
      return null;
    }
    String named = row.tokenizer();
    return new CollectedTokens(named == null ? tokenizers.getFirst() : named, prompt, output);
  }
}
