package dev.stillmark.detection.probe;

/**
 * A part of an answer in which the result may stand.
 *
 * @param isMarked whether the model itself says that the result begins here, as after "the answer
 *     is"
 */
record Passage(String text, boolean isMarked) {

  static Passage marked(String text) {
    return new Passage(text.strip(), true);
  }

  static Passage plain(String text) {
    return new Passage(text.strip(), false);
  }
}
