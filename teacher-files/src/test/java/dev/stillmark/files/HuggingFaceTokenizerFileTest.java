package dev.stillmark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuggingFaceTokenizerFileTest {

  private static final String WHOLE =
      """
      {"version": "1.0", "truncation": null, "padding": null, "normalizer": null,
       "added_tokens": [{"id": 3, "content": "<end>", "special": true}],
       "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "use_regex": true},
       "post_processor": null, "decoder": {"type": "ByteLevel"},
       "model": {"type": "BPE", "dropout": null, "unk_token": null,
        "continuing_subword_prefix": "", "end_of_word_suffix": null, "byte_fallback": false,
        "ignore_merges": true, "vocab": {"a": 0, "b": 1, "ab": 2},
        "merges": [["a", "b"], "ab a"]}}
      """;

  @TempDir Path directory;

  @Test
  void reads_the_parts_that_decide_ids() throws IOException {
    Model model = HuggingFaceTokenizerFile.load(write(WHOLE));

    assertThat(model.name()).matches("sha256:[0-9a-f]{64}");
    assertThat(model.vocabulary()).isEqualTo(Map.of("a", 0, "b", 1, "ab", 2));
    assertThat(model.merges()).containsExactly(new Merge("a", "b"), new Merge("ab", "a"));
    assertThat(model.addedTokens()).isEqualTo(Map.of("<end>", 3));
    assertThat(model.ignoreMerges()).isTrue();
    assertThat(model.useRegex()).isTrue();
    assertThat(model.addPrefixSpace()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"BPE\" | \"type\": \"WordPiece\" | model.type must be BPE but is WordPiece",
        "\"normalizer\": null | \"normalizer\": {\"type\": \"NFC\"} | normalizer must be null: normalizers are not supported",
        "\"byte_fallback\": false | \"byte_fallback\": true | model.byte_fallback must be off: it is not supported",
        "\"dropout\": null | \"dropout\": 0.1 | model.dropout must be off: it is not supported",
        "\"continuing_subword_prefix\": \"\" | \"continuing_subword_prefix\": \"##\" | model.continuing_subword_prefix must be off: it is not supported",
        "{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": true} | {\"type\": \"Sequence\", \"pretokenizers\": []} | pre_tokenizer.type must be ByteLevel but is Sequence",
        "\"special\": true | \"special\": false | added_tokens[0].special must be true: added tokens of text are not supported",
        "\"ab a\" | \"aba\" | model.merges[1] must be two pieces with a space between them",
        "\"ab a\" | [\"a\"] | model.merges[1] must be a pair of texts",
        "\"b\": 1 | \"b\": -1 | model.vocab must hold ids within 0..2^31-1",
        "\"truncation\": null | \"novelty\": null | novelty is not a known part of a tokenizer.json",
      })
  void refuses_by_name_what_it_cannot_do_exactly(String part, String changed, String message)
      throws IOException {
    assertThat(WHOLE).contains(part);
    Path file = write(WHOLE.replace(part, changed));

    assertThatThrownBy(() -> HuggingFaceTokenizerFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessageMatching(Pattern.quote(file.toString()) + ":[1-9]: " + Pattern.quote(message));
  }

  @Test
  void a_file_that_is_no_json_is_a_fault() throws IOException {
    Path file = write("{\"model\": ");

    assertThatThrownBy(() -> HuggingFaceTokenizerFile.load(file))
        .isInstanceOf(InputFault.class)
        .hasMessageEndingWith("must be valid JSON");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(directory.resolve("tokenizer.json"), content);
  }
}
