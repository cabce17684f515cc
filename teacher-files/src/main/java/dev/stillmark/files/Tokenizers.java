package dev.stillmark.files;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer;
import dev.stillmark.detection.text.TiktokenTokenizer;
import dev.stillmark.detection.text.Tokenizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokenizers in use, one instance per tiktoken name or file digest, shared between teachers.
 *
 * <p>Belongs to one thread.
 */
public final class Tokenizers {

  private final Map<String, Tokenizer> byName = new HashMap<>();

  /**
   * The tokenizer that a scheme names: a tiktoken name, or a tokenizer.json relative to its file.
   */
  Tokenizer named(Value value) {
    String name = value.nonBlankText();
    if (TiktokenTokenizer.NAMES.contains(name)) {
      return byName.computeIfAbsent(name, TiktokenTokenizer::named);
    }
    if (!name.endsWith(".json")) {
      throw value.fault(
          "must be one of %s or a path to a Hugging Face tokenizer.json but is %s"
              .formatted(TiktokenTokenizer.NAMES, value.shown()));
    }
    ByteLevelBpeTokenizer.Model model = HuggingFaceTokenizerFile.load(Secrets.resolve(value, name));
    Tokenizer known = byName.get(model.name());
    if (known != null) {
      return known;
    }
    try {
      Tokenizer loaded = new ByteLevelBpeTokenizer(model);
      byName.put(model.name(), loaded);
      return loaded;
    } catch (IllegalArgumentException e) {
      throw value.fault("names a tokenizer whose " + e.getMessage());
    }
  }
}
