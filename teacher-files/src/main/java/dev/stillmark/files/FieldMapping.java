package dev.stillmark.files;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of a JSON line are ours.
 *
 * <p>Token ids are read where they are mapped, or where a row holds ingest's own object {@code
 * tokens}, which names their tokenizer: text alone and collected ids are different evidence, and
 * which it is never rests on a guess.
 *
 * @param names our names to the file's; a name of ours that is absent stands for itself or a
 *     synonym
 * @param where rows whose field of that name has none of these values are not part of the file
 */
public record FieldMapping(Map<String, String> names, Map<String, Set<String>> where) {

  /** The names that can be mapped. */
  public static final List<String> NAMES =
      List.of("collection", "promptId", "prompt", "output", "sample", "outputIds", "promptIds");

  public static final FieldMapping DEFAULT = new FieldMapping(Map.of(), Map.of());

  private static final Map<String, List<String>> SYNONYMS =
      Map.of(
          "collection", List.of("collection"),
          "promptId", List.of("promptId", "prompt_id"),
          "prompt", List.of("prompt"),
          "output", List.of("output"),
          "sample", List.of("sample"),
          "promptIds", List.of("promptIds", "prompt_ids"));

  public FieldMapping {
    names = Map.copyOf(names);
    where = Map.copyOf(where);
  }

  /** Whether token ids are mapped. */
  public boolean hasTokens() {
    return names.containsKey("outputIds");
  }

  /** Whether {@code field} is ingest's own object of tokenizer and ids. */
  boolean isTokens(String field) {
    return field.equals("tokens") && !hasTokens() && !names.containsValue(field);
  }

  /** Our name for a field of the file, or null where it is not ours. */
  @Nullable String ourNameOf(String field) {
    for (String ours : NAMES) {
      if (!hasTokens() && ours.equals("promptIds")) {
        continue;
      }
      String mapped = names.get(ours);
      List<String> accepted =
          mapped != null ? List.of(mapped) : SYNONYMS.getOrDefault(ours, List.of());
      if (accepted.contains(field)) {
        return ours;
      }
    }
    return null;
  }
}
