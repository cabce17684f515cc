package dev.stillmark.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * Why a record is set aside, with what could be read of it.
 *
 * @param rule a stable name such as {@code invalid-json}
 * @param message rule and place in words; never text of the record
 */
record Quarantined(
    String rule,
    String message,
    @Nullable String suspect,
    @Nullable String collection,
    @Nullable String outputId,
    @Nullable String requestId)
    implements ReadRecord {

  static Quarantined unread(String rule, String message) {
    return new Quarantined(rule, message, null, null, null, null);
  }
}
