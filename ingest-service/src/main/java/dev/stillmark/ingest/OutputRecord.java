package dev.stillmark.ingest;

import org.apache.kafka.common.header.Headers;

/** One Kafka record, ready to be sent. */
record OutputRecord(String key, Headers headers, byte[] value) {}
