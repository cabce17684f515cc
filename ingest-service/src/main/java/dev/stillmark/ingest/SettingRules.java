package dev.stillmark.ingest;

import dev.stillmark.service.SettingRange;
import java.util.List;

/** The ranges in which the settings can work. */
final class SettingRules {

  private static final String PREFIX = "stillmark.ingest.";
  private static final int MEBIBYTE = 1 << 20;
  private static final long TEN_MINUTES = 600_000;

  /** What a record's key, headers and Kafka's own framing may take beside its value. */
  private static final int HEADER_BYTES = 16 << 10;

  private SettingRules() {}

  /**
   * The settings with their ranges.
   *
   * @param channelInFlight what the channel holds before its emitter overflows
   * @param requestBytes the longest request that the producer sends
   */
  static List<SettingRange> of(IngestConfig config, int channelInFlight, int requestBytes) {
    return List.of(
        positive("max-line-bytes", config.maxLineBytes(), 16 * MEBIBYTE),
        positive("max-depth", config.maxDepth(), 1_000),
        positive("max-body-bytes", config.maxBodyBytes(), Long.MAX_VALUE),
        positive("max-lines", config.maxLines(), 10_000_000),
        positive("max-gzip-ratio", config.maxGzipRatio(), 10_000),
        new SettingRange(
            PREFIX + "gzip-ratio-grace-bytes", config.gzipRatioGraceBytes(), 0, 1024 * MEBIBYTE),
        positive("max-record-bytes", config.maxRecordBytes(), requestBytes - HEADER_BYTES),
        positive("max-in-flight", config.maxInFlight(), channelInFlight),
        new SettingRange(
            PREFIX + "max-in-flight-bytes",
            config.maxInFlightBytes(),
            config.maxRecordBytes(),
            1024 * MEBIBYTE),
        positive(
            "acknowledgement-timeout in ms",
            config.acknowledgementTimeout().toMillis(),
            TEN_MINUTES),
        positive("partitions", config.partitions(), 10_000),
        positive("shards-per-suspect", config.shardsPerSuspect(), 10_000),
        new SettingRange(PREFIX + "max-listed-errors", config.maxListedErrors(), 0, 10_000));
  }

  private static SettingRange positive(String name, long value, long most) {
    return new SettingRange(PREFIX + name, value, 1, most);
  }
}
