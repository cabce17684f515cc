package dev.stillmark.ingest;

import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Takes in the body of one request, line by line, as fast as Kafka acknowledges. */
@Singleton
final class Intake {

  private final IngestConfig config;
  private final SuspectLineParser parser;
  private final OutputSender sender;
  private final IngestMetrics metrics;

  Intake(IngestConfig config, OutputSender sender, IngestMetrics metrics) {
    this.config = config;
    this.parser = new SuspectLineParser(config);
    this.sender = sender;
    this.metrics = metrics;
  }

  /** The answer in NDJSON, once Kafka has acknowledged everything that it calls accepted. */
  byte[] take(String suspect, LimitedBody body, @Nullable String traceparent) {
    String requestId = UUID.randomUUID().toString();
    OutputRecords records = new OutputRecords(requestId, suspect, traceparent, config);
    IntakeOfRequest request =
        new IntakeOfRequest(suspect, config, parser, records, sender.open(requestId), metrics);
    try {
      readAll(body, request);
    } finally {
      // Also where a limit ended the body: what was stored must stay reconcilable.
      request.closeCollections();
      metrics.body(body.bytes());
    }
    return request.answer().close(requestId);
  }

  private void readAll(LimitedBody body, IntakeOfRequest request) {
    try {
      LineReader lines = new LineReader(body, config.maxLineBytes());
      for (Line line = lines.next(); line != null; line = lines.next()) {
        request.take(line);
      }
    } catch (ZipException | EOFException e) {
      throw Problems.invalidGzip();
    } catch (IOException e) {
      throw Problems.bodyInterrupted();
    }
  }
}
