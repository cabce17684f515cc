package dev.stillmark.verdicts.store;

/**
 * The reconciliation of one collection.
 *
 * @param reconciled nothing is pending, and every request's digest is that of its receipts
 */
public record CollectionCounts(String collection, Counts counts, boolean reconciled) {}
