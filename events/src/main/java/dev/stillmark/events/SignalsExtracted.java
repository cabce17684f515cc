package dev.stillmark.events;

import java.util.List;

/**
 * What every detector saw in one output, or one part of it; topic {@code signals}, same partition
 * as its source.
 *
 * <p>An output with many items is split, so that no record nears 1 MiB: parts are independent and
 * merge in any order.
 *
 * @param part from 0
 * @param parts how many records this output was split into
 */
public record SignalsExtracted(
    int schemaVersion,
    String outputId,
    String requestId,
    String suspect,
    String collection,
    String promptId,
    int sample,
    int part,
    int parts,
    List<ExtractedSignal> signals) {

  public static final int SCHEMA_VERSION = 1;
}
