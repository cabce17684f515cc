package dev.stillmark.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Hugging Face tokenizer.json that is a byte-level BPE.
 *
 * <p>Whatever could change an id and is not understood exactly is refused with its name: a
 * tokenizer that is nearly right gives a watermark test that is wrong.
 */
public final class HuggingFaceTokenizerFile {

  private static final int SIZE_LIMIT = 64 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(1 << 20).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Path path;
  private final JsonParser parser;
  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
  private final List<Merge> merges = new ArrayList<>();
  private final Map<String, Integer> addedTokens = new LinkedHashMap<>();
  private boolean addPrefixSpace;
  private boolean useRegex = true;
  private boolean ignoreMerges;
  private boolean hasModel;
  private boolean hasPreTokenizer;

  private HuggingFaceTokenizerFile(Path path, JsonParser parser) {
    this.path = path;
    this.parser = parser;
  }

  /** The parts that decide the ids; throws {@link InputFault} where they cannot be had exactly. */
  public static Model load(Path path) {
    try {
      byte[] bytes = InputBytes.read(path, SIZE_LIMIT);
      try (JsonParser parser = JSON.createParser(bytes)) {
        return new HuggingFaceTokenizerFile(path, parser)
            .read("sha256:" + PromptDigest.sha256(bytes));
      }
    } catch (InputBytes.Unreadable e) {
      throw new InputFault(path, null, null, e.rule());
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InputFault(path, line, null, "must be valid JSON");
    } catch (IOException e) {
      throw new InputFault(path, null, null, "must be readable");
    }
  }

  private Model read(String name) throws IOException {
    parser.nextToken();
    requireToken(JsonToken.START_OBJECT, "", "must be a JSON object");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      readTopLevel(parser.currentName());
    }
    if (!hasModel || !hasPreTokenizer) {
      throw fault(hasModel ? "pre_tokenizer" : "model", "must be there");
    }
    return new Model(name, vocabulary, merges, addedTokens, addPrefixSpace, useRegex, ignoreMerges);
  }

  private void readTopLevel(String field) throws IOException {
    JsonToken token = parser.nextToken();
    switch (field) {
      case "model" -> readModel();
      case "pre_tokenizer" -> readPreTokenizer();
      case "added_tokens" -> readAddedTokens();
      case "normalizer" -> {
        if (token != JsonToken.VALUE_NULL) {
          throw fault(field, "must be null: normalizers are not supported");
        }
      }
      // What pads, truncates, adds special tokens or decodes has no part in the ids of a text.
      case "version", "truncation", "padding", "post_processor", "decoder" -> parser.skipChildren();
      default -> throw fault(field, "is not a known part of a tokenizer.json");
    }
  }

  private void readModel() throws IOException {
    requireToken(JsonToken.START_OBJECT, "model", "must be an object");
    hasModel = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "type" -> requireType("model.type", "BPE");
        case "vocab" -> readVocabulary();
        case "merges" -> readMerges();
        case "ignore_merges" -> ignoreMerges = flag("model.ignore_merges", false);
        case "byte_fallback", "fuse_unk" -> requireOff("model." + field, token);
        case "dropout", "continuing_subword_prefix", "end_of_word_suffix" ->
            requireOff("model." + field, token);
        // Every byte has a piece, so nothing is ever unknown.
        case "unk_token" -> parser.skipChildren();
        default -> throw fault("model." + field, "is not a known part of a BPE model");
      }
    }
  }

  private void requireType(String field, String only) throws IOException {
    String type = parser.getText();
    if (!type.equals(only)) {
      throw fault(field, "must be %s but is %s".formatted(only, type));
    }
  }

  private void requireOff(String field, JsonToken token) throws IOException {
    boolean off =
        token == JsonToken.VALUE_NULL
            || token == JsonToken.VALUE_FALSE
            || (token == JsonToken.VALUE_STRING && parser.getText().isEmpty());
    if (!off) {
      throw fault(field, "must be off: it is not supported");
    }
  }

  private void readVocabulary() throws IOException {
    requireToken(JsonToken.START_OBJECT, "model.vocab", "must be an object");
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String piece = parser.currentName();
      parser.nextToken();
      vocabulary.put(piece, id("model.vocab"));
    }
  }

  private void readMerges() throws IOException {
    requireToken(JsonToken.START_ARRAY, "model.merges", "must be a list");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String field = "model.merges[" + merges.size() + "]";
      merges.add(parser.currentToken() == JsonToken.START_ARRAY ? pair(field) : spaced(field));
    }
  }

  private Merge pair(String field) throws IOException {
    String left = parser.nextTextValue();
    String right = parser.nextTextValue();
    if (left == null || right == null || parser.nextToken() != JsonToken.END_ARRAY) {
      throw fault(field, "must be a pair of texts");
    }
    return new Merge(left, right);
  }

  private Merge spaced(String field) throws IOException {
    String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    int space = text.indexOf(' ');
    if (space < 1 || space == text.length() - 1 || text.indexOf(' ', space + 1) >= 0) {
      throw fault(field, "must be two pieces with a space between them");
    }
    return new Merge(text.substring(0, space), text.substring(space + 1));
  }

  private void readPreTokenizer() throws IOException {
    requireToken(JsonToken.START_OBJECT, "pre_tokenizer", "must be ByteLevel");
    hasPreTokenizer = true;
    addPrefixSpace = true;
    boolean typed = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "type" -> {
          requireType("pre_tokenizer.type", "ByteLevel");
          typed = true;
        }
        case "add_prefix_space" -> addPrefixSpace = flag("pre_tokenizer." + field, true);
        case "use_regex" -> useRegex = flag("pre_tokenizer." + field, true);
        default -> parser.skipChildren();
      }
    }
    if (!typed) {
      throw fault("pre_tokenizer.type", "must be there");
    }
  }

  private void readAddedTokens() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    requireToken(JsonToken.START_ARRAY, "added_tokens", "must be a list");
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      readAddedToken("added_tokens[" + addedTokens.size() + "]");
    }
  }

  private void readAddedToken(String place) throws IOException {
    @Nullable String content = null;
    int id = -1;
    boolean special = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "content" -> content = token == JsonToken.VALUE_STRING ? parser.getText() : null;
        case "id" -> id = id(place + ".id");
        case "special" -> special = flag(place + ".special", false);
        default -> parser.skipChildren();
      }
    }
    if (content == null || id < 0) {
      throw fault(place, "must have the fields 'id' and 'content'");
    }
    if (!special) {
      throw fault(place + ".special", "must be true: added tokens of text are not supported");
    }
    addedTokens.put(content, id);
  }

  private int id(String field) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT
        && parser.getIntValue() >= 0) {
      return parser.getIntValue();
    }
    throw fault(field, "must hold ids within 0..2^31-1");
  }

  private boolean flag(String field, boolean absent) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> absent;
      default -> throw fault(field, "must be true or false");
    };
  }

  private void requireToken(JsonToken wanted, String field, String rule) {
    if (parser.currentToken() != wanted) {
      throw fault(field, rule);
    }
  }

  private InputFault fault(String field, String rule) {
    return new InputFault(path, parser.currentLocation().getLineNr(), field, rule);
  }
}
