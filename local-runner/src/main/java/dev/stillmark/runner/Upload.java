package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.files.OutputRow;
import dev.stillmark.files.RoutedRows;
import dev.stillmark.files.RoutedRows.Routed;
import dev.stillmark.files.Row;
import dev.stillmark.files.RowFault;
import dev.stillmark.files.RowReader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Streams the outputs of models to ingest, in requests of bounded size. */
final class Upload {

  private static final int BAD_REQUEST = 400;
  private static final int MOST_LISTED = 100;

  private final ServiceClient ingest;
  private final Journal journal;
  private final Progress progress;
  private final long start = System.nanoTime();
  private long sent;
  private long unreadable;

  Upload(ServiceClient ingest, Journal journal, Progress progress) {
    this.ingest = ingest;
    this.journal = journal;
    this.progress = progress;
  }

  /** Outputs that ingest acknowledged in this run. */
  long sent() {
    return sent;
  }

  /** Lines that could not be read or were refused. */
  long unreadable() {
    return unreadable;
  }

  /**
   * Sends what the journal does not hold yet, and gives how many outputs of each model ingest has
   * accepted. A file that several models are read from is read once.
   */
  Map<String, Long> send(List<ModelFiles> models) throws IOException, InterruptedException {
    Map<String, Long> accepted = new LinkedHashMap<>();
    Map<Path, List<ModelFiles>> byFile = new LinkedHashMap<>();
    for (ModelFiles model : models) {
      accepted.put(model.name(), 0L);
      model
          .outputs()
          .forEach(file -> byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(model));
    }
    for (Map.Entry<Path, List<ModelFiles>> file : byFile.entrySet()) {
      send(file.getKey(), file.getValue())
          .forEach((model, count) -> accepted.merge(model, (long) count, Long::sum));
    }
    return accepted;
  }

  private Map<String, Integer> send(Path file, List<ModelFiles> models)
      throws IOException, InterruptedException {
    String digest = Sha256.of(file);
    List<Sending> sendings =
        models.stream().map(model -> new Sending(model, file, digest)).toList();
    List<RowReader> readers =
        models.stream().map(model -> new RowReader(model.fields(), model.collection())).toList();
    try (RoutedRows rows = RoutedRows.open(file, readers)) {
      for (List<Routed> line = rows.next(); line != null; line = rows.next()) {
        for (Routed routed : line) {
          sendings.get(routed.reader()).take(routed.row());
        }
      }
    }
    Map<String, Integer> accepted = new LinkedHashMap<>();
    for (Sending sending : sendings) {
      accepted.put(sending.model.name(), sending.finish());
    }
    return accepted;
  }

  /** The rows of one model in one file on their way to ingest. */
  private final class Sending {

    private final ModelFiles model;
    private final Path file;
    private final String digest;
    private Journal.Position position;
    private Batch batch;

    Sending(ModelFiles model, Path file, String digest) {
      this.model = model;
      this.file = file;
      this.digest = digest;
      this.position = journal.positionOf(model.name(), digest);
      this.batch = new Batch(model.tokenizer());
    }

    void take(Row row) throws IOException, InterruptedException {
      if (row instanceof RowFault fault) {
        report(fault.message());
      } else if (row instanceof OutputRow output && row.line() > position.line()) {
        batch.add(output);
      }
      if (batch.isFull()) {
        sendBatch();
      }
    }

    int finish() throws IOException, InterruptedException {
      if (!batch.isEmpty()) {
        sendBatch();
      }
      return position.accepted();
    }

    private void sendBatch() throws IOException, InterruptedException {
      position = send(model, file, digest, batch, position);
      batch = new Batch(model.tokenizer());
    }
  }

  private Journal.Position send(
      ModelFiles model, Path file, String digest, Batch batch, Journal.Position before)
      throws IOException, InterruptedException {
    HttpRequest request =
        ingest
            .request(ServiceClient.path("v1", "suspects", model.name(), "outputs"))
            .header("Content-Type", "application/x-ndjson")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(batch.gzip()))
            .build();
    int accepted = accepted(request, ingest.send(request), file, batch);
    Journal.Position after =
        new Journal.Position(batch.lastFileLine(), before.accepted() + accepted);
    journal.append(model.name(), digest, after);
    sent += batch.rows();
    progress.count(
        "%s: %d outputs sent, %.0f a second",
        model.name(), sent, sent * 1e9 / Math.max(1, System.nanoTime() - start));
    return after;
  }

  private int accepted(HttpRequest request, HttpResponse<byte[]> response, Path file, Batch batch)
      throws IOException {
    if (response.statusCode() == BAD_REQUEST && reportAll(response.body(), file, batch)) {
      return 0;
    }
    if (response.statusCode() / 100 != 2) {
      throw ingest.refusal(request, response);
    }
    int accepted = 0;
    for (String line : new String(response.body(), StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isBlank()) {
        accepted += accepted(Json.read(line.getBytes(StandardCharsets.UTF_8)), file, batch);
      }
    }
    return accepted;
  }

  private int accepted(JsonNode result, Path file, Batch batch) {
    if (!result.has("status")) {
      return 0;
    }
    if (result.path("status").asText().equals("rejected")) {
      report(broken(file, batch.fileLine(result.path("line").asInt()), result.path("error")));
    }
    return result.path("status").asText().equals("accepted") ? 1 : 0;
  }

  /** A body without one readable line: its problem lists the lines' errors. */
  private boolean reportAll(byte[] body, Path file, Batch batch) throws IOException {
    JsonNode errors = Json.read(body).path("errors");
    for (JsonNode error : errors) {
      report(broken(file, batch.fileLine(error.path("line").asInt(1)), error));
    }
    unreadable += Math.max(0, batch.rows() - errors.size());
    return !errors.isEmpty();
  }

  private static String broken(Path file, int line, JsonNode error) {
    String field = error.path("field").asText("");
    return "%s:%d: %s%s"
        .formatted(file, line, field.isEmpty() ? "" : field + " ", error.path("message").asText());
  }

  private void report(String message) {
    unreadable++;
    if (unreadable <= MOST_LISTED) {
      progress.say("%s", message);
    } else if (unreadable == MOST_LISTED + 1) {
      progress.say("more lines could not be read; they are counted and no longer listed");
    }
  }
}
