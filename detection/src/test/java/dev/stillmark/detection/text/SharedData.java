package dev.stillmark.detection.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Merge;
import dev.stillmark.detection.text.ByteLevelBpeTokenizer.Model;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Files beside the project that are not ours to ship. */
final class SharedData {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SharedData() {}

  static Path folder() {
    return Path.of(System.getProperty("stillmark.sharedData"));
  }

  static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  static long[] ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .flatMapToLong(id -> LongStream.of(id.longValue()))
        .toArray();
  }

  static Model tokenizerJson(Path file) throws IOException {
    JsonNode root = JSON.readTree(file.toFile());
    Map<String, Integer> vocabulary = new HashMap<>();
    root.at("/model/vocab")
        .properties()
        .forEach(e -> vocabulary.put(e.getKey(), e.getValue().intValue()));
    List<Merge> merges = new ArrayList<>();
    root.at("/model/merges")
        .forEach(m -> merges.add(new Merge(m.get(0).asText(), m.get(1).asText())));
    Map<String, Integer> added = new HashMap<>();
    root.at("/added_tokens")
        .forEach(t -> added.put(t.get("content").asText(), t.get("id").intValue()));
    return new Model(
        "sha256:" + "0".repeat(64),
        vocabulary,
        merges,
        added,
        root.at("/pre_tokenizer/add_prefix_space").booleanValue(),
        root.at("/pre_tokenizer/use_regex").booleanValue(),
        root.at("/model/ignore_merges").booleanValue());
  }
}
