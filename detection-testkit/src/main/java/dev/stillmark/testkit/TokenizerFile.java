package dev.stillmark.testkit;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A byte-level BPE trained on a corpus, as the text of a Hugging Face {@code tokenizer.json} and as
 * the parts that decide its ids.
 *
 * @param json the file's content; the model's name is the digest of its UTF-8 bytes
 */
public record TokenizerFile(String json, Model model) {

  static final String END_OF_TEXT = "<|endoftext|>";

  private static final int BYTES = 256;

  /**
   * @param vocabularySize ids in all: the end of text, 256 bytes and the merges
   */
  static TokenizerFile train(Iterable<String> corpus, int vocabularySize) {
    List<Merge> merges = BytePairTrainer.train(corpus, vocabularySize - BYTES - 1);
    Map<String, Integer> vocabulary = vocabulary(merges);
    String json = json(vocabulary, merges);
    return new TokenizerFile(
        json,
        new Model(
            "sha256:" + sha256(json),
            vocabulary,
            merges,
            Map.of(END_OF_TEXT, 0),
            false,
            true,
            false));
  }

  /** The name alone: a vocabulary is too long to print. */
  @Override
  public String toString() {
    return "TokenizerFile[%s]".formatted(model.name());
  }

  private static Map<String, Integer> vocabulary(List<Merge> merges) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    ids.put(END_OF_TEXT, 0);
    IntStream.range(0, BYTES)
        .mapToObj(ByteAlphabet::of)
        .sorted()
        .forEach(character -> ids.put(character.toString(), ids.size()));
    merges.forEach(merge -> ids.putIfAbsent(merge.left() + merge.right(), ids.size()));
    return ids;
  }

  private static String json(Map<String, Integer> vocabulary, List<Merge> merges) {
    String entries =
        vocabulary.entrySet().stream()
            .map(entry -> "      %s: %d".formatted(quote(entry.getKey()), entry.getValue()))
            .collect(Collectors.joining(",\n"));
    String pairs =
        merges.stream()
            .map(merge -> "      [%s, %s]".formatted(quote(merge.left()), quote(merge.right())))
            .collect(Collectors.joining(",\n"));
    return TEMPLATE.formatted(quote(END_OF_TEXT), entries, pairs);
  }

  /** The byte alphabet has no control characters, so two escapes are enough. */
  private static String quote(String piece) {
    return '"' + piece.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final String TEMPLATE =
      """
      {
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [
          {
            "id": 0,
            "content": %s,
            "single_word": false,
            "lstrip": false,
            "rstrip": false,
            "normalized": false,
            "special": true
          }
        ],
        "normalizer": null,
        "pre_tokenizer": {
          "type": "ByteLevel",
          "add_prefix_space": false,
          "trim_offsets": true,
          "use_regex": true
        },
        "post_processor": null,
        "decoder": {
          "type": "ByteLevel",
          "add_prefix_space": true,
          "trim_offsets": true,
          "use_regex": true
        },
        "model": {
          "type": "BPE",
          "dropout": null,
          "unk_token": null,
          "continuing_subword_prefix": null,
          "end_of_word_suffix": null,
          "fuse_unk": false,
          "byte_fallback": false,
          "ignore_merges": false,
          "vocab": {
      %s
          },
          "merges": [
      %s
          ]
        }
      }
      """;
}
