package dev.stillmark.detection.attribution.measuring;

/** Texts whose typographic apostrophes are plain ones. */
final class Apostrophes {

  private static final int TYPOGRAPHIC = '’';

  private Apostrophes() {}

  static int[] plain(int[] text) {
    int[] plain = text.clone();
    for (int at = 0; at < plain.length; at++) {
      if (plain[at] == TYPOGRAPHIC) {
        plain[at] = '\'';
      }
    }
    return plain;
  }
}
