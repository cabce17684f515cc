package dev.stillmark.events;

/**
 * What one ingest request had accepted, so that nothing can be lost unnoticed; it follows its
 * outputs on {@code suspect-outputs} and is passed on to {@code signals} as it is.
 *
 * @param accepted distinct outputs
 * @param digest SHA-256 over their sorted output ids, joined by line feeds; 64 hexadecimal digits
 */
public record CollectionAccepted(
    int schemaVersion,
    String requestId,
    String suspect,
    String collection,
    int accepted,
    String digest) {

  public static final int SCHEMA_VERSION = 1;
}
