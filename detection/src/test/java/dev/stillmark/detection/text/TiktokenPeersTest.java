package dev.stillmark.detection.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.IntArrayList;
import dev.stillmark.detection.GoldenFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Against the encodings of tiktoken, and of jtokkit where it agrees with tiktoken. */
class TiktokenPeersTest {

  @SuppressWarnings("unused")
  static final List<String> NAMES = TiktokenTokenizer.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void random_edge_texts_have_the_ids_of_jtokkit(String name) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);
    Encoding peer = jtokkit(name);

    for (long seed = 1; seed <= 20; seed++) {
      String cause = "seed " + seed;
      EdgeTexts.of(seed, 500)
          .forEach(text ->
              assertThat(tokenizer.encode(text))
                  .as("%s, text %s", cause, text)
                  .isEqualTo(idsOf(peer, text)));
    }
  }

  private static long[] idsOf(Encoding peer, String text) {
    int[] ids = peer.encodeOrdinary(WellFormedText.of(text)).toArray();
    return Arrays.stream(ids).asLongStream().toArray();
  }

  @ParameterizedTest
  @CsvSource({"r50k_base, 50256", "cl100k_base, 100256", "o200k_base, 199998"})
  void every_ordinary_id_decodes_to_the_text_of_jtokkit(String name, int ids) {
    Tokenizer tokenizer = TiktokenTokenizer.named(name);
    Encoding peer = jtokkit(name);

    for (int id = 0; id < ids; id++) {
      assertThat(tokenizer.decode(new long[] {id})).as("id %d", id).isEqualTo(peer.decode(one(id)));
    }
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void random_edge_texts_have_the_ids_that_tiktoken_printed(String name) {
    List<JsonNode> rows = GoldenFile.own("tiktoken_edges.jsonl.gz");
    Tokenizer tokenizer = TiktokenTokenizer.named(name);

    assertThat(rows).hasSize(600);
    for (JsonNode row : rows) {
      String text = row.get("text").asText();
      assertThat(tokenizer.encode(text)).as(text).isEqualTo(SharedData.ids(row.get(name)));
    }
  }

  private static IntArrayList one(int id) {
    IntArrayList ids = new IntArrayList(1);
    ids.add(id);
    return ids;
  }

  private static Encoding jtokkit(String name) {
    return Encodings.newLazyEncodingRegistry()
        .getEncoding(EncodingType.fromName(name).orElseThrow());
  }
}
