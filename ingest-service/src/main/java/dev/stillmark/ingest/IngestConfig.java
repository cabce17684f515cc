package dev.stillmark.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of ingest, each of which a client can run into and then reads about. */
@ConfigMapping(prefix = "stillmark.ingest")
public interface IngestConfig {

  /** Longest line in bytes; a longer one is rejected, its neighbours are not. */
  @WithDefault("524288")
  int maxLineBytes();

  /** Deepest nesting of JSON objects and arrays in a line. */
  @WithDefault("64")
  int maxDepth();

  /** Longest body in bytes, counted after decompression. */
  @WithDefault("268435456")
  long maxBodyBytes();

  /** Most lines of a body, blank ones not counted. */
  @WithDefault("100000")
  int maxLines();

  /** How many times longer than its compressed form a gzip body may be. */
  @WithDefault("100")
  int maxGzipRatio();

  /** Decompressed bytes that may come before the gzip ratio is looked at. */
  @WithDefault("1048576")
  long gzipRatioGraceBytes();

  /** Longest Kafka record value in bytes; it leaves room for headers below max.request.size. */
  @WithDefault("1000000")
  int maxRecordBytes();

  /** Sends that may wait for Kafka's acknowledgement at once, over all requests. */
  @WithDefault("256")
  int maxInFlight();

  /** Bytes of records that may wait for Kafka's acknowledgement at once, over all requests. */
  @WithDefault("33554432")
  int maxInFlightBytes();

  /** How long a request waits for Kafka to acknowledge before it answers 503. */
  @WithDefault("30s")
  Duration acknowledgementTimeout();

  /** Partitions of the topic suspect-outputs where ingest has to create it. */
  @WithDefault("12")
  int partitions();

  /** Kafka keys over which one suspect's outputs are spread. */
  @WithDefault("4")
  int shardsPerSuspect();

  /** Broken lines that the problem of an unreadable body lists. */
  @WithDefault("20")
  int maxListedErrors();
}
