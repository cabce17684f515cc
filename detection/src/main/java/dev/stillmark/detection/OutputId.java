package dev.stillmark.detection;

import java.util.HexFormat;

/**
 * The content-derived identity of one output: a SHA-256 as 64 lowercase hexadecimal digits.
 *
 * <p>It is made at ingest over suspect, collection, prompt id, sample and content, so the same
 * output has the same identity wherever it is captured again.
 */
public record OutputId(String hex) {

  public OutputId {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "outputId must be 64 lowercase hexadecimal digits but has length " + hex.length());
    }
  }

  /** The first 64 bits: the item under which this output counts once. */
  public long hash64() {
    return HexFormat.fromHexDigitsToLong(hex, 0, 16);
  }

  /**
   * A place of this output in an order that depends on nothing but its identity; unsigned 32 bits.
   *
   * <p>Curves reveal outputs in this order, so they are functions of the evidence and not of who
   * arrived first.
   */
  public int order() {
    return HexFormat.fromHexDigits(hex, 16, 24);
  }
}
