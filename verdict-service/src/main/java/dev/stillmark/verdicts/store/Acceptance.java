package dev.stillmark.verdicts.store;

/** What ingest says that one of its requests had accepted for one collection. */
public record Acceptance(
    String suspect, String collection, String requestId, int accepted, String digest) {}
