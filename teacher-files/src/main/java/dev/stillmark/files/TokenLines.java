package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The token sequences of a JSON-lines file, plain or gzip: {@code ids}, and where there are any
 * {@code id}, {@code promptIds} and {@code argmax_next}.
 *
 * <p>A line that cannot be read goes to {@code faults} and never stops the rest.
 */
public final class TokenLines {

  private final Path file;
  private final Consumer<InputFault> faults;

  public TokenLines(Path file, Consumer<InputFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Hands over every line that can be read; throws {@link InputFault} if the file cannot. */
  public void forEach(Consumer<TokenLine> lines) {
    forEach(OutputRows.lines(file), lines);
  }

  /** The same for a stream, such as standard input; the file's name stands for it in faults. */
  public void forEach(InputStream in, Consumer<TokenLine> lines) {
    forEach(new LineReader(in, OutputRows.LINE_LIMIT), lines);
  }

  private void forEach(LineReader source, Consumer<TokenLine> lines) {
    try (LineReader reader = source) {
      for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
        try {
          TokenLine read = ObjectLine.read(line, new Reading(line.number()));
          if (read != null) {
            lines.accept(read);
          }
        } catch (BrokenField e) {
          faults.accept(new InputFault(file, line.number(), e.field(), e.rule()));
        }
      }
    }
  }

  /** One line as far as it was read. */
  private static final class Reading implements ObjectLine.Reading<TokenLine> {

    private final int number;
    private final Set<String> seen = new HashSet<>();
    private String id;
    private long @Nullable [] ids;
    private long[] promptIds = new long[0];
    private long @Nullable [] argmaxNext;

    Reading(int number) {
      this.number = number;
      this.id = Integer.toString(number);
    }

    @Override
    public void field(JsonParser parser, String name) throws IOException, BrokenField {
      switch (name) {
        case "id" -> id = id(parser);
        case "ids", "output_ids", "outputIds" -> ids = ids(parser, name, "ids");
        case "promptIds", "prompt_ids" -> promptIds = promptIds(parser, name);
        case "argmax_next", "argmaxNext" -> argmaxNext = ids(parser, name, "argmax_next");
        default -> parser.skipChildren();
      }
    }

    private static String id(JsonParser parser) throws IOException, BrokenField {
      if (!parser.currentToken().isScalarValue()) {
        throw new BrokenField("id", "must be text or a number");
      }
      return parser.getText();
    }

    private long[] promptIds(JsonParser parser, String name) throws IOException, BrokenField {
      return parser.currentToken() == JsonToken.VALUE_NULL
          ? new long[0]
          : ids(parser, name, "promptIds");
    }

    private long[] ids(JsonParser parser, String name, String meaning)
        throws IOException, BrokenField {
      if (!seen.add(meaning)) {
        throw new BrokenField(name, "must not stand beside another field of the same meaning");
      }
      return RowParser.ids(parser, name);
    }

    @Override
    public TokenLine complete() throws BrokenField {
      if (ids == null) {
        throw new BrokenField("ids", "must be there");
      }
      return new TokenLine(number, id, ids, promptIds, argmaxNext);
    }
  }
}
