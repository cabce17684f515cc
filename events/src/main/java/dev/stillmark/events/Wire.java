package dev.stillmark.events;

/** Names on the wire that every service shares. */
public final class Wire {

  public static final String SUSPECT_OUTPUTS = "suspect-outputs";
  public static final String SIGNALS = "signals";

  /** CloudEvents attributes as Kafka headers (binary content mode). */
  public static final String CE_SPEC_VERSION = "ce_specversion";

  public static final String CE_ID = "ce_id";
  public static final String CE_SOURCE = "ce_source";

  /**
   * Which record of this package a message holds: the type's simple name, such as {@code
   * SignalsExtracted}.
   */
  public static final String CE_TYPE = "ce_type";

  /** Media type of a record's value, as binary content mode wants it. */
  public static final String CONTENT_TYPE = "content-type";

  /** W3C trace context of the request that a record came with. */
  public static final String TRACEPARENT = "traceparent";

  /** Where a record on {@code signals} came from: topic, partition and offset of its source. */
  public static final String SOURCE_TOPIC = "stillmark_source_topic";

  public static final String SOURCE_PARTITION = "stillmark_source_partition";
  public static final String SOURCE_OFFSET = "stillmark_source_offset";

  private Wire() {}

  /**
   * The Kafka key of a suspect's output: hot suspects spread over {@code shards} partitions' keys.
   */
  public static String key(String suspect, String outputId, int shards) {
    int shard = Math.floorMod(outputId.hashCode(), shards);
    return suspect + "#" + shard;
  }
}
