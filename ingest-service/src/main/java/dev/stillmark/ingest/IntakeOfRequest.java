package dev.stillmark.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The state of one request: what it has sent, and what it will answer. */
final class IntakeOfRequest {

  private final String suspect;
  private final IngestConfig config;
  private final SuspectLineParser parser;
  private final OutputRecords records;
  private final Delivery delivery;
  private final IngestMetrics metrics;
  private final Answer answer;
  private final Map<String, Set<String>> acceptedByCollection = new HashMap<>();

  IntakeOfRequest(
      String suspect,
      IngestConfig config,
      SuspectLineParser parser,
      OutputRecords records,
      Delivery delivery,
      IngestMetrics metrics) {
    this.suspect = suspect;
    this.config = config;
    this.parser = parser;
    this.records = records;
    this.delivery = delivery;
    this.metrics = metrics;
    this.answer = new Answer(config.maxListedErrors());
  }

  Answer answer() {
    return answer;
  }

  void take(Line line) {
    if (answer.lines() == config.maxLines()) {
      throw Problems.tooManyLines(config.maxLines());
    }
    try {
      switch (line) {
        case Line.Whole whole -> send(whole);
        case Line.TooLong tooLong -> throw rejection(tooLong);
      }
    } catch (LineRejection broken) {
      metrics.rejected(broken.rule());
      answer.reject(line.number(), broken);
    }
  }

  /**
   * Waits for Kafka, then says per collection what was accepted, so that nothing is lost unseen.
   */
  void closeCollections() {
    delivery.awaitAll();
    acceptedByCollection.forEach(
        (collection, outputIds) -> delivery.send(records.accepted(collection, outputIds)));
    delivery.awaitAll();
  }

  private void send(Line.Whole whole) throws LineRejection {
    SuspectLine line = parser.parse(whole.bytes());
    String outputId = line.outputId(suspect);
    Set<String> accepted =
        acceptedByCollection.computeIfAbsent(line.collection(), name -> new HashSet<>());
    if (accepted.contains(outputId)) {
      metrics.duplicate();
      answer.duplicate(whole.number(), outputId);
      return;
    }
    delivery.send(records.captured(line, outputId, whole.number()));
    accepted.add(outputId);
    metrics.accepted();
    answer.accept(whole.number(), outputId);
  }

  private LineRejection rejection(Line.TooLong line) {
    return new LineRejection(
        Rule.LINE_TOO_LONG,
        null,
        "a line may have at most %d bytes but has %d"
            .formatted(config.maxLineBytes(), line.length()));
  }
}
