package dev.stillmark.fingerprint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.events.SignalsExtracted;
import dev.stillmark.events.TeachersDeclared;
import dev.stillmark.events.Wire;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records on {@code signals}: on the partition of their source, and with its place.
 *
 * <p>A record is a function of its source alone, so a redelivered source gives the same bytes.
 */
final class SignalRecords {

  private static final ObjectWriter JSON =
      new ObjectMapper()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .writerFor(Object.class);
  private static final String SOURCE = "/stillmark/fingerprint";
  private static final String TRACEPARENT = "traceparent";
  // Foreign keys and headers that would push a record past what Kafka takes are left behind.
  private static final int TRACEPARENT_LIMIT = 256;
  private static final int KEY_LIMIT = 8 << 10;
  private static final int PAYLOAD_LIMIT = 256 << 10;

  private SignalRecords() {}

  static ProducerRecord<byte[], byte[]> extracted(
      ConsumerRecord<byte[], byte[]> source, SignalsExtracted signals) {
    return record(source, SignalsExtracted.class, signals.part(), encode(signals));
  }

  static ProducerRecord<byte[], byte[]> passedOn(ConsumerRecord<byte[], byte[]> source) {
    return record(source, CollectionAccepted.class, 0, source.value());
  }

  static ProducerRecord<byte[], byte[]> quarantined(
      ConsumerRecord<byte[], byte[]> source, Quarantined reason) {
    byte[] payload = source.value() == null ? new byte[0] : source.value();
    byte[] kept = Arrays.copyOf(payload, Math.min(payload.length, PAYLOAD_LIMIT));
    RecordQuarantined quarantined =
        new RecordQuarantined(
            RecordQuarantined.SCHEMA_VERSION,
            source.topic(),
            source.partition(),
            source.offset(),
            reason.rule(),
            reason.message(),
            reason.suspect(),
            reason.collection(),
            reason.outputId(),
            reason.requestId(),
            Base64.getEncoder().encodeToString(kept),
            payload.length,
            sha256(payload));
    return record(source, RecordQuarantined.class, 0, encode(quarantined));
  }

  static ProducerRecord<byte[], byte[]> declared(TeachersDeclared declared) {
    byte[] value = encode(declared);
    Headers headers = headers(TeachersDeclared.class, "teachers/" + sha256(value));
    return new ProducerRecord<>(Wire.SIGNALS, 0, new byte[0], value, headers);
  }

  private static ProducerRecord<byte[], byte[]> record(
      ConsumerRecord<byte[], byte[]> source, Class<?> type, int part, byte[] value) {
    String id = "%s/%d/%d/%d".formatted(source.topic(), source.partition(), source.offset(), part);
    Headers headers = headers(type, id);
    add(headers, Wire.SOURCE_TOPIC, source.topic());
    add(headers, Wire.SOURCE_PARTITION, String.valueOf(source.partition()));
    add(headers, Wire.SOURCE_OFFSET, String.valueOf(source.offset()));
    Header trace = source.headers().lastHeader(TRACEPARENT);
    if (trace != null && trace.value() != null && trace.value().length <= TRACEPARENT_LIMIT) {
      headers.add(TRACEPARENT, trace.value());
    }
    byte[] key = source.key() == null || source.key().length > KEY_LIMIT ? null : source.key();
    return new ProducerRecord<>(Wire.SIGNALS, source.partition(), key, value, headers);
  }

  private static Headers headers(Class<?> type, String id) {
    Headers headers = new RecordHeaders();
    add(headers, "content-type", "application/json");
    add(headers, Wire.CE_SPEC_VERSION, "1.0");
    add(headers, Wire.CE_ID, id);
    add(headers, Wire.CE_SOURCE, SOURCE);
    add(headers, Wire.CE_TYPE, type.getSimpleName());
    return headers;
  }

  /** The value of a header as text, or null. */
  static @Nullable String header(ConsumerRecord<byte[], byte[]> source, String name) {
    Header header = source.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] encode(Object event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event record is always JSON", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
