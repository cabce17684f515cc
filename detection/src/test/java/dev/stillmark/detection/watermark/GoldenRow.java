package dev.stillmark.detection.watermark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads what rows of golden vectors have in common. */
public final class GoldenRow {

  private GoldenRow() {}

  /** The token ids of a row: its own, or those of the sequence that it names. */
  public static long[] ids(JsonNode row, Map<Integer, long[]> sequences) {
    return row.has("ids") ? longs(row.get("ids")) : sequences.get(row.get("seq").asInt());
  }

  /** Sequences by their number. */
  public static Map<Integer, long[]> sequences(List<JsonNode> rows) {
    Map<Integer, long[]> sequences = new HashMap<>();
    rows.forEach(row -> sequences.put(row.get("id").asInt(), longs(row.get("ids"))));
    return sequences;
  }

  /** A double by the hexadecimal digits of its bits; boxed, so that NaN equals NaN. */
  public static Double fromBits(JsonNode hex) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(hex.asText(), 16));
  }

  private static long[] longs(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToLong(JsonNode::asLong).toArray();
  }
}
