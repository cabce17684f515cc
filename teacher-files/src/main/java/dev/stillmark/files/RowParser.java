package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON line into an output, strictly: one object, valid UTF-8, limits on everything. */
final class RowParser {

  private static final int DEPTH_LIMIT = 64;
  private static final int NAME_LIMIT = 200;

  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_LIMIT)
                  .maxStringLength(OutputRows.LINE_LIMIT)
                  .maxNameLength(10_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Path file;
  private final FieldMapping fields;
  private final String collection;

  RowParser(Path file, FieldMapping fields, String collection) {
    this.file = file;
    this.fields = fields;
    this.collection = collection;
  }

  ParsedRow parse(int line, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String json = line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
      return json.isBlank() ? new ParsedRow.Nothing() : parse(line, json);
    } catch (BrokenField e) {
      return new ParsedRow.Broken(new RowFault(file, line, e.field(), e.rule()));
    } catch (CharacterCodingException e) {
      return new ParsedRow.Broken(new RowFault(file, line, null, "must be valid UTF-8"));
    } catch (JsonProcessingException e) {
      return new ParsedRow.Broken(new RowFault(file, line, null, ruleOf(e)));
    } catch (IOException e) {
      throw new IllegalStateException("a string is always readable", e);
    }
  }

  /** What a line broke that is no JSON object, and where. */
  static String ruleOf(JsonProcessingException broken) {
    return "must be one JSON object with unique names, nested at most %d deep, but is broken at column %d"
        .formatted(
            DEPTH_LIMIT, broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr());
  }

  private ParsedRow parse(int line, String json) throws IOException, BrokenField {
    RowFields row = new RowFields();
    boolean selected;
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BrokenField(null, "must be a JSON object");
      }
      selected = readFields(parser, row);
      if (parser.nextToken() != null) {
        throw new BrokenField(null, "must be a single JSON object");
      }
    }
    return selected ? complete(line, row) : new ParsedRow.Nothing();
  }

  /** Whether every field of the filter was there with a value that counts. */
  private boolean readFields(JsonParser parser, RowFields row) throws IOException, BrokenField {
    int matched = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      Set<String> wanted = fields.where().get(name);
      if (wanted != null && token.isScalarValue() && wanted.contains(parser.getText())) {
        matched++;
      }
      String ours = fields.ourNameOf(name);
      if (fields.isTokens(name) && token == JsonToken.START_OBJECT) {
        readTokens(parser, row);
      } else if (ours == null || token == JsonToken.VALUE_NULL) {
        parser.skipChildren();
      } else {
        read(parser, name, ours, row);
      }
    }
    return matched == fields.where().size();
  }

  private static void read(JsonParser parser, String name, String ours, RowFields row)
      throws IOException, BrokenField {
    String shown = name.length() <= NAME_LIMIT ? name : ours;
    if (row.names.put(ours, shown) != null) {
      throw new BrokenField(shown, "must not stand beside another field of the same meaning");
    }
    switch (ours) {
      case "outputIds" -> row.outputIds = ids(parser, shown);
      case "promptIds" -> row.promptIds = ids(parser, shown);
      case "sample" -> row.sample = sample(parser, shown);
      case "promptId" -> row.texts.put(ours, textOrInteger(parser, shown));
      default -> row.texts.put(ours, text(parser, shown));
    }
  }

  private static void readTokens(JsonParser parser, RowFields row) throws IOException, BrokenField {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "tokenizer" -> row.tokenizer = text(parser, "tokens.tokenizer");
        case "promptIds" -> row.promptIds = ids(parser, "tokens.promptIds");
        case "outputIds" -> row.outputIds = ids(parser, "tokens.outputIds");
        default ->
            throw new BrokenField(
                "tokens", "must hold tokenizer, promptIds and outputIds, nothing else");
      }
    }
    if (row.tokenizer == null || row.promptIds == null || row.outputIds == null) {
      throw new BrokenField(
          "tokens", "must hold tokenizer, promptIds and outputIds, none of them null");
    }
  }

  static String text(JsonParser parser, String field) throws IOException, BrokenField {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new BrokenField(field, "must be a text");
    }
    String text = parser.getText();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new BrokenField(field, "must hold no unpaired surrogate");
    }
    return text;
  }

  static String textOrInteger(JsonParser parser, String field) throws IOException, BrokenField {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? parser.getText()
        : text(parser, field);
  }

  private static int sample(JsonParser parser, String field) throws IOException, BrokenField {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT
        && parser.getIntValue() >= 0) {
      return parser.getIntValue();
    }
    throw new BrokenField(field, "must be an integer within 0..2^31-1");
  }

  static long[] ids(JsonParser parser, String field) throws IOException, BrokenField {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new BrokenField(field, "must be a list of token ids");
    }
    long[] ids = new long[256];
    int size = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
          || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw new BrokenField(field + "[" + size + "]", "must be a 64-bit integer");
      }
      ids = size == ids.length ? Arrays.copyOf(ids, 2 * size) : ids;
      ids[size++] = parser.getLongValue();
    }
    return Arrays.copyOf(ids, size);
  }

  private ParsedRow complete(int line, RowFields row) throws BrokenField {
    String prompt = row.texts.getOrDefault("prompt", "");
    long[] promptIds = promptIds(row, prompt);
    String promptId = row.texts.get("promptId");
    if (promptId != null && promptId.isBlank()) {
      throw new BrokenField(row.names.get("promptId"), "must not be blank");
    }
    OutputRow output =
        new OutputRow(
            line,
            row.texts.getOrDefault("collection", collection),
            promptId != null ? promptId : PromptDigest.of(prompt, promptIds),
            row.sample == null ? 0 : row.sample,
            prompt,
            required(row, "output"),
            promptIds,
            row.outputIds,
            row.tokenizer);
    return row.sample == null
        ? new ParsedRow.WithoutSample(output)
        : new ParsedRow.Complete(output);
  }

  private String required(RowFields row, String ours) throws BrokenField {
    String text = row.texts.get(ours);
    if (text == null) {
      throw new BrokenField(fields.names().getOrDefault(ours, ours), "must be there and not null");
    }
    return text;
  }

  private long @Nullable [] promptIds(RowFields row, String prompt) throws BrokenField {
    if (!fields.hasTokens()) {
      return row.promptIds;
    }
    if (row.outputIds == null) {
      throw new BrokenField(
          fields.names().get("outputIds"), "must be there and not null, since it is mapped");
    }
    if (row.promptIds == null && !prompt.isEmpty()) {
      throw new BrokenField(
          fields.names().getOrDefault("promptIds", "promptIds"),
          "must be there beside the output's ids: contexts of the prompt are left out of the test");
    }
    return row.promptIds == null ? new long[0] : row.promptIds;
  }

  /** The fields of one line under our names. */
  private static final class RowFields {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable Integer sample;
    private @Nullable String tokenizer;
    private long @Nullable [] promptIds;
    private long @Nullable [] outputIds;
  }
}
