package dev.stillmark.verdicts.store;

/**
 * One part of an output that has arrived, or the output's quarantine.
 *
 * @param status {@code scored} or {@code quarantined}
 */
public record Receipt(
    String suspect,
    String collection,
    String requestId,
    String outputId,
    String status,
    int part,
    int parts) {

  /** A part that was merged. */
  public static Receipt scored(
      String suspect, String collection, String requestId, String outputId, int part, int parts) {
    return new Receipt(suspect, collection, requestId, outputId, "scored", part, parts);
  }

  /** An output that a service could not use. */
  public static Receipt quarantined(
      String suspect, String collection, String requestId, String outputId) {
    return new Receipt(suspect, collection, requestId, outputId, "quarantined", 0, 1);
  }
}
