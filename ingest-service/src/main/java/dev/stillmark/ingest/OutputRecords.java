package dev.stillmark.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.OutputIdentity;
import dev.stillmark.events.SuspectOutputCaptured;
import dev.stillmark.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Turns what one request accepted into Kafka records. */
final class OutputRecords {

  private static final ObjectWriter JSON =
      new ObjectMapper()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .writerFor(Object.class);
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final String SOURCE = "/stillmark/ingest";

  private final String requestId;
  private final String suspect;
  private final @Nullable String traceparent;
  private final IngestConfig config;

  OutputRecords(
      String requestId, String suspect, @Nullable String traceparent, IngestConfig config) {
    this.requestId = requestId;
    this.suspect = suspect;
    boolean traced = traceparent != null && TRACEPARENT.matcher(traceparent).matches();
    this.traceparent = traced ? traceparent : null;
    this.config = config;
  }

  OutputRecord captured(SuspectLine line, String outputId, int number) throws LineRejection {
    byte[] value =
        encode(
            new SuspectOutputCaptured(
                SuspectOutputCaptured.SCHEMA_VERSION,
                outputId,
                requestId,
                suspect,
                line.collection(),
                line.promptId(),
                line.sample(),
                line.prompt(),
                line.output(),
                line.collectedAt(),
                line.source(),
                line.sampling(),
                line.tokens()));
    if (value.length > config.maxRecordBytes()) {
      throw new LineRejection(
          Rule.RECORD_TOO_LARGE,
          null,
          "a record may have at most %d bytes but would have %d"
              .formatted(config.maxRecordBytes(), value.length));
    }
    String key = Wire.key(suspect, outputId, config.shardsPerSuspect());
    return new OutputRecord(key, headers(SuspectOutputCaptured.class, "line/" + number), value);
  }

  OutputRecord accepted(String collection, Set<String> outputIds) {
    CollectionAccepted event =
        new CollectionAccepted(
            CollectionAccepted.SCHEMA_VERSION,
            requestId,
            suspect,
            collection,
            outputIds.size(),
            OutputIdentity.digestOf(outputIds));
    Headers headers = headers(CollectionAccepted.class, "collection/" + collection);
    return new OutputRecord(suspect + "#0", headers, encode(event));
  }

  private Headers headers(Class<?> type, String place) {
    Headers headers = new RecordHeaders();
    add(headers, Wire.CE_SPEC_VERSION, "1.0");
    add(headers, Wire.CE_ID, requestId + "/" + place);
    add(headers, Wire.CE_SOURCE, SOURCE);
    add(headers, Wire.CE_TYPE, type.getSimpleName());
    add(headers, Wire.CONTENT_TYPE, "application/json");
    if (traceparent != null) {
      add(headers, Wire.TRACEPARENT, traceparent);
    }
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] encode(Object event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checked event could not be written as JSON", e);
    }
  }
}
