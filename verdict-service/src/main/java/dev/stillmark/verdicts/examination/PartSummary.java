package dev.stillmark.verdicts.examination;

/** One part of evidence by its canonical bytes. */
public record PartSummary(String part, int items, int conflicts, int halvings, String sha256) {}
