package dev.stillmark.verdicts.intake;

import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.verdicts.store.Quarantined;
import dev.stillmark.verdicts.store.Uuid7;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes quarantine rows: of this service's own unusable records, and of those passed on to it. */
@Singleton
final class Quarantine {

  private static final int KEPT_BYTES = 256 << 10;
  private static final int LONGEST_RULE = 100;
  private static final int LONGEST_MESSAGE = 1000;

  private final Clock clock;
  private final Uuid7 ids;

  Quarantine(Clock clock, Uuid7 ids) {
    this.clock = clock;
    this.ids = ids;
  }

  Quarantined own(SourceRecord record, String rule, String message) {
    return own(record, rule, message, null, null, null);
  }

  Quarantined own(
      SourceRecord record,
      String rule,
      String message,
      @Nullable String suspect,
      @Nullable String collection,
      @Nullable String outputId) {
    byte[] payload = record.payload();
    return new Quarantined(
        ids.next(),
        clock.instant(),
        record.topic(),
        record.partition(),
        record.offset(),
        rule,
        Names.storable(message, LONGEST_MESSAGE),
        suspect,
        collection,
        outputId,
        Base64.getEncoder()
            .encodeToString(Arrays.copyOf(payload, Math.min(payload.length, KEPT_BYTES))),
        payload.length,
        HexFormat.of().formatHex(sha256().digest(payload)));
  }

  Quarantined passedOn(RecordQuarantined event) {
    return new Quarantined(
        ids.next(),
        clock.instant(),
        EventReader.requireName(event.topic(), "topic"),
        event.partition(),
        event.offset(),
        Names.storable(EventReader.require(event.rule(), "rule"), LONGEST_RULE),
        Names.storable(EventReader.require(event.message(), "message"), LONGEST_MESSAGE),
        nameOrNull(event.suspect()),
        nameOrNull(event.collection()),
        nameOrNull(event.outputId()),
        requireBase64(event.payload()),
        event.payloadBytes(),
        Names.storable(EventReader.require(event.payloadSha256(), "payloadSha256"), 64));
  }

  private static @Nullable String nameOrNull(@Nullable String name) {
    return Names.fault(name) == null ? name : null;
  }

  private static String requireBase64(@Nullable String payload) {
    String present = EventReader.require(payload, "payload");
    try {
      Base64.getDecoder().decode(present);
      return present;
    } catch (IllegalArgumentException e) {
      throw new UnusableRecordException("invalid-payload", "payload must be base64", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
