package dev.stillmark.files;

/** What one line of a file of outputs gave: an output, or why it could not be read. */
public sealed interface Row permits OutputRow, RowFault {

  /** 1-based. */
  int line();
}
