package dev.stillmark.detection.text;

/** Cuts a text into the pieces within which a tokenizer merges. */
@FunctionalInterface
interface Splitter {

  /** Where the piece that starts at {@code start} ends; {@code start} is before the text's end. */
  int end(Utf8Text text, int start);
}
