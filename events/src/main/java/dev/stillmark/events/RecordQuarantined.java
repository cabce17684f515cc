package dev.stillmark.events;

import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not use, set aside with its bytes so that it can be read and
 * replayed; topic {@code signals}.
 *
 * @param topic where the record came from
 * @param rule what it broke, such as {@code invalid-json}
 * @param message rule and place in words; never holds text of the record
 * @param outputId where it could be read, so that collections can be reconciled
 * @param payload the first 256 KiB of the record in base64
 * @param payloadBytes its full length
 * @param payloadSha256 its full digest
 */
public record RecordQuarantined(
    int schemaVersion,
    String topic,
    int partition,
    long offset,
    String rule,
    String message,
    @Nullable String suspect,
    @Nullable String collection,
    @Nullable String outputId,
    @Nullable String requestId,
    String payload,
    int payloadBytes,
    String payloadSha256) {

  public static final int SCHEMA_VERSION = 1;
}
