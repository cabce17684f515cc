package dev.stillmark.runner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.files.OutputRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of one request to ingest: NDJSON of bounded size, and the file lines they came from.
 */
final class Batch {

  static final int MOST_ROWS = 500;
  static final int MOST_BYTES = 4 << 20;

  private final @Nullable String tokenizer;
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private final List<Integer> lines = new ArrayList<>();

  /**
   * @param tokenizer the name of the tokenizer of the token ids in rows that do not name one, or
   *     null
   */
  Batch(@Nullable String tokenizer) {
    this.tokenizer = tokenizer;
  }

  void add(OutputRow row) {
    json.writeBytes(Json.bytes(lineOf(row)));
    json.write('\n');
    lines.add(row.line());
  }

  int rows() {
    return lines.size();
  }

  boolean isFull() {
    return lines.size() >= MOST_ROWS || json.size() >= MOST_BYTES;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The line in the file of the {@code index}-th row, both 1-based. */
  int fileLine(int index) {
    return lines.get(index - 1);
  }

  int lastFileLine() {
    return lines.getLast();
  }

  byte[] gzip() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      json.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return compressed.toByteArray();
  }

  private ObjectNode lineOf(OutputRow row) {
    ObjectNode line =
        Json.object()
            .put("collection", row.collection())
            .put("promptId", row.promptId())
            .put("prompt", row.prompt())
            .put("output", row.output())
            .put("sample", row.sample());
    long[] outputIds = row.outputIds();
    String named = row.tokenizer() == null ? tokenizer : row.tokenizer();
    if (named != null && outputIds != null) {
      long[] promptIds = row.promptIds();
      ObjectNode tokens = line.putObject("tokens").put("tokenizer", named);
      addAll(tokens.putArray("promptIds"), promptIds == null ? new long[0] : promptIds);
      addAll(tokens.putArray("outputIds"), outputIds);
    }
    return line;
  }

  private static void addAll(ArrayNode array, long[] ids) {
    for (long id : ids) {
      array.add(id);
    }
  }
}
