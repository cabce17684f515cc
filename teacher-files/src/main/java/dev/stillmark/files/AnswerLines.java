package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file of many models' answers, plain or gzip: {@code model}, {@code prompt_id},
 * {@code prompt} and {@code output}.
 *
 * <p>A line that cannot be read goes to {@code faults} and never stops the rest.
 */
final class AnswerLines {

  /** Takes an answer; what it finds wrong with it is a fault of the line. */
  interface Reader {
    void accept(AnswerLine line) throws BrokenField;
  }

  private final Path file;
  private final Consumer<InputFault> faults;

  AnswerLines(Path file, Consumer<InputFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Hands over every line that can be read; throws {@link InputFault} if the file cannot. */
  void forEach(Reader reader) {
    try (LineReader lines = OutputRows.lines(file)) {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        try {
          AnswerLine answer = ObjectLine.read(line, new Reading());
          if (answer != null) {
            reader.accept(answer);
          }
        } catch (BrokenField e) {
          faults.accept(new InputFault(file, line.number(), e.field(), e.rule()));
        }
      }
    }
  }

  /** One line as far as it was read. */
  private static final class Reading implements ObjectLine.Reading<AnswerLine> {

    private final Set<String> seen = new HashSet<>();
    private @Nullable String model;
    private @Nullable String promptId;
    private @Nullable String prompt;
    private @Nullable String output;

    @Override
    public void field(JsonParser parser, String name) throws IOException, BrokenField {
      switch (name) {
        case "model" -> model = nonBlank(parser, name);
        case "prompt_id", "promptId" -> promptId = promptId(parser, name);
        case "prompt" -> prompt = textOrNull(parser, name);
        case "output" -> output = nonBlank(parser, name);
        default -> parser.skipChildren();
      }
    }

    private static String nonBlank(JsonParser parser, String name) throws IOException, BrokenField {
      String text = RowParser.text(parser, name);
      if (text.isBlank()) {
        throw new BrokenField(name, "must not be blank");
      }
      return text;
    }

    private @Nullable String promptId(JsonParser parser, String name)
        throws IOException, BrokenField {
      if (!seen.add("promptId")) {
        throw new BrokenField(name, "must not stand beside another field of the same meaning");
      }
      String id =
          parser.currentToken() == JsonToken.VALUE_NULL
              ? null
              : RowParser.textOrInteger(parser, name);
      if (id != null && id.isBlank()) {
        throw new BrokenField(name, "must not be blank");
      }
      return id;
    }

    private static @Nullable String textOrNull(JsonParser parser, String name)
        throws IOException, BrokenField {
      return parser.currentToken() == JsonToken.VALUE_NULL ? null : RowParser.text(parser, name);
    }

    @Override
    public AnswerLine complete() throws BrokenField {
      return new AnswerLine(
          required("model", model), promptId(), prompt, required("output", output));
    }

    private long promptId() throws BrokenField {
      if (promptId != null) {
        return PromptNumber.ofId(promptId);
      }
      if (prompt == null) {
        throw new BrokenField("prompt_id", "must be there, or else the prompt");
      }
      return PromptNumber.ofPrompt(prompt);
    }

    private static String required(String name, @Nullable String text) throws BrokenField {
      if (text == null) {
        throw new BrokenField(name, "must be there and not null");
      }
      return text;
    }
  }
}
