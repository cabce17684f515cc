package dev.stillmark.files;

/** What one line said, before samples are numbered. */
sealed interface ParsedRow {

  /** A blank line, or a row that the file's filter leaves out. */
  record Nothing() implements ParsedRow {}

  record Broken(RowFault fault) implements ParsedRow {}

  record Complete(OutputRow row) implements ParsedRow {}

  /** The sample is 0 until it is numbered. */
  record WithoutSample(OutputRow row) implements ParsedRow {}
}
