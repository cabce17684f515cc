package dev.stillmark.files;

/**
 * How a file of outputs is read.
 *
 * @param collection the collection of rows that do not name their own
 */
public record RowReader(FieldMapping fields, String collection) {}
