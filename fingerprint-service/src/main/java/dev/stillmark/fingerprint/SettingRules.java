package dev.stillmark.fingerprint;

import dev.stillmark.service.SettingRange;
import java.util.List;

/** The ranges in which the settings can work. */
final class SettingRules {

  private static final String PREFIX = "stillmark.fingerprint.";
  private static final int MOST_RECORD_BYTES = 16 << 20;
  private static final long HOUR = 3_600_000;

  private SettingRules() {}

  static List<SettingRange> of(FingerprintConfig config) {
    FingerprintConfig.Limits limits = config.limits();
    long first = config.retry().first().toMillis();
    long longest = config.retry().longest().toMillis();
    return List.of(
        positive("partitions", config.partitions(), 10_000),
        positive("workers", config.workers().orElse(1), 1_024),
        positive("limits.record-bytes", limits.recordBytes(), MOST_RECORD_BYTES),
        positive("limits.depth", limits.depth(), 1_000),
        positive("limits.token-ids", limits.tokenIds(), MOST_RECORD_BYTES),
        positive("retry.first in ms", first, HOUR),
        new SettingRange(PREFIX + "retry.longest in ms", longest, first, HOUR));
  }

  private static SettingRange positive(String name, long value, long most) {
    return new SettingRange(PREFIX + name, value, 1, most);
  }
}
