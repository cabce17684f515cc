package dev.stillmark.detection.watermark.synthid;

/**
 * Keys that anyone can know: the default of synthid-text and MarkLLM, of which transformers'
 * documentation shows the first nine.
 *
 * <p>Any number of them from the first on counts as published.
 */
final class PublishedKeys {

  static final long[] EXAMPLE = {
    654, 400, 836, 123, 340, 443, 597, 160, 57, 29, 590, 639, 13, 715, 468, 990, 966, 226, 324, 585,
    118, 504, 421, 521, 129, 669, 732, 225, 90, 960
  };

  private PublishedKeys() {}
}
