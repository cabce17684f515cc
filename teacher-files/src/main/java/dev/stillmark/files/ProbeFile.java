package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.stillmark.detection.probe.Checker;
import dev.stillmark.detection.probe.Probe;
import dev.stillmark.detection.probe.ProbeSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a probe set: JSON lines, a question each. */
public final class ProbeFile {

  /** Our own set: its name, its version and the day of that version. */
  public static final String OWN = "computed-1 (2026-11-25)";

  private static final String RESOURCE = "computed-1.jsonl";

  private final Path file;
  private final List<Probe> probes = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private ProbeFile(Path file) {
    this.file = file;
  }

  /** The set in {@code path}, plain or gzip; throws {@link InputFault}. */
  public static ProbeSet load(Path path) {
    return new ProbeFile(path).read(OutputRows.lines(path));
  }

  /** The set that comes with the program: its answers can all be computed. */
  public static ProbeSet own() {
    InputStream in = ProbeFile.class.getResourceAsStream(RESOURCE);
    return new ProbeFile(Path.of(RESOURCE))
        .read(new LineReader(Objects.requireNonNull(in), OutputRows.LINE_LIMIT));
  }

  private ProbeSet read(LineReader source) {
    StrictLines.read(file, source, this::read);
    if (probes.isEmpty()) {
      throw new InputFault(file, null, null, "must hold at least one question");
    }
    return new ProbeSet(probes);
  }

  private void read(int line, JsonParser parser) throws IOException, BrokenField {
    Fields fields = new Fields();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.read(parser, name);
    }
    Probe probe = fields.probe();
    requireNew(line, "id", probe.id());
    requireNew(line, "question", probe.question());
    probes.add(probe);
  }

  private void requireNew(int line, String field, String value) throws BrokenField {
    Integer before = lines.putIfAbsent(field + " " + value, line);
    if (before != null) {
      throw new BrokenField(field, "must not be that of line %d again".formatted(before));
    }
  }

  /** One line as far as it was read. */
  private static final class Fields {

    private final Map<String, String> texts = new HashMap<>();
    private List<String> answers = List.of();
    private @Nullable Checker checker;

    void read(JsonParser parser, String name) throws IOException, BrokenField {
      switch (name) {
        case "id", "question" -> texts.put(name, StrictLines.nonBlank(parser, name));
        case "topic", "difficulty" -> texts.put(name, RowParser.text(parser, name));
        case "answers" -> answers = CheckerFields.texts(parser, name);
        case "checker" -> checker = CheckerFields.read(parser);
        default ->
            throw new BrokenField(
                null, "must hold nothing but id, question, answers, checker, topic and difficulty");
      }
    }

    Probe probe() throws BrokenField {
      try {
        return new Probe(
            required("id", texts.get("id")),
            required("question", texts.get("question")),
            answers,
            required("checker", checker),
            texts.getOrDefault("topic", ""),
            texts.getOrDefault("difficulty", ""));
      } catch (IllegalArgumentException e) {
        throw new BrokenField("answers", "is wrong: " + e.getMessage());
      }
    }

    private static <T> T required(String field, @Nullable T value) throws BrokenField {
      if (value == null) {
        throw new BrokenField(field, "must be there");
      }
      return value;
    }
  }
}
