package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stillmark.files.OutputRow;
import dev.stillmark.files.OutputRows;
import dev.stillmark.files.Row;
import dev.stillmark.files.RowFault;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Streams the outputs of models to ingest, in requests of bounded size. */
final class Upload {

  private static final int BAD_REQUEST = 400;
  private static final int MOST_LISTED = 100;

  private final ServiceClient ingest;
  private final Journal journal;
  private final Progress progress;
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

  /** Sends what the journal does not hold yet, and gives how many outputs ingest has accepted. */
  long send(ModelFiles model) throws IOException, InterruptedException {
    long accepted = 0;
    for (Path file : model.outputs()) {
      accepted += send(model, file);
    }
    return accepted;
  }

  private long send(ModelFiles model, Path file) throws IOException, InterruptedException {
    String digest = Sha256.of(file);
    Journal.Position position = journal.positionOf(model.name(), digest);
    Batch batch = new Batch(model.tokenizer());
    try (OutputRows rows = OutputRows.open(file, model.fields(), model.collection())) {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (row instanceof RowFault fault) {
          report(fault.message());
        } else if (row instanceof OutputRow output && row.line() > position.line()) {
          batch.add(output);
        }
        if (batch.isFull()) {
          position = send(model, file, digest, batch, position);
          batch = new Batch(model.tokenizer());
        }
      }
    }
    return batch.isEmpty()
        ? position.accepted()
        : send(model, file, digest, batch, position).accepted();
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
        "%s: %d outputs sent, %.0f a second", model.name(), sent, sent / progress.seconds());
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
