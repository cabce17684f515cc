package dev.stillmark.edge;

import dev.stillmark.detection.Sha256;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of an evidence file, version 1.
 *
 * <p>Header lines are JSON and end with a line feed; behind each detector's line stand its three
 * sets, as long as the line says; the last line is the SHA-256 of everything before it.
 */
final class EvidenceFormat {

  private static final String FORMAT = "stillmark-evidence";
  private static final long VERSION = 1;
  private static final int LONGEST_LINE = 1 << 16;
  private static final int DIGEST_BYTES = 65;

  private EvidenceFormat() {}

  static byte[] encode(EvidenceFile file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Evidence> all = file.evidence();
    line(
        out,
        Json.line(json -> {
          json.writeStringField("format", FORMAT);
          json.writeNumberField("version", VERSION);
          json.writeStringField("suspect", file.suspect());
          json.writeNumberField("detectors", all.size());
        }));
    all.forEach(evidence -> section(out, evidence));
    line(out, Sha256.hex(out.toByteArray()));
    return out.toByteArray();
  }

  private static void section(ByteArrayOutputStream out, Evidence evidence) {
    byte[] items = evidence.items().encode();
    byte[] decoys = evidence.decoys().encode();
    byte[] coverage = evidence.coverage().encode();
    line(
        out,
        Json.line(json -> {
          DescriptorJson.write(json, evidence.descriptor());
          json.writeNumberField("itemsBytes", items.length);
          json.writeNumberField("decoysBytes", decoys.length);
          json.writeNumberField("coverageBytes", coverage.length);
        }));
    out.writeBytes(items);
    out.writeBytes(decoys);
    out.writeBytes(coverage);
  }

  private static void line(ByteArrayOutputStream out, String text) {
    out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Anything that {@link #encode} would not write is an {@link IllegalArgumentException}. */
  static EvidenceFile decode(byte[] bytes) {
    Cursor cursor = new Cursor(bytes);
    FlatObject header = FlatObject.parse(cursor.line());
    require(header.text("format").equals(FORMAT), "its format is not " + FORMAT);
    require(header.integer("version") == VERSION, "its version is not " + VERSION);
    int detectors = header.count("detectors");
    require(detectors <= bytes.length, "it is shorter than its header says");
    requireDigest(bytes);
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < detectors; i++) {
      evidence.add(cursor.section());
    }
    EvidenceFile file = EvidenceFile.of(header.text("suspect"), evidence);
    require(Arrays.equals(encode(file), bytes), "it is not in canonical form");
    return file;
  }

  private static void requireDigest(byte[] bytes) {
    int body = Math.max(0, bytes.length - DIGEST_BYTES);
    String digest = Sha256.hex(Arrays.copyOf(bytes, body)) + "\n";
    boolean matches =
        Arrays.equals(
            digest.getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOfRange(bytes, body, bytes.length));
    require(matches, "its digest does not match: it is damaged or cut short");
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }

  /** Reads on and on through the bytes, never past their end. */
  private static final class Cursor {

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    String line() {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      require(end < bytes.length && end - at <= LONGEST_LINE, "a header line does not end");
      String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      at = end + 1;
      return line;
    }

    Evidence section() {
      FlatObject header = FlatObject.parse(line());
      Descriptor descriptor = DescriptorJson.read(header);
      EvidenceSet items = set(header.count("itemsBytes"));
      EvidenceSet decoys = set(header.count("decoysBytes"));
      EvidenceSet coverage = set(header.count("coverageBytes"));
      return new Evidence(descriptor, items, decoys, coverage);
    }

    private EvidenceSet set(int length) {
      require(length <= bytes.length - at, "a set is longer than the file");
      EvidenceSet set = EvidenceSet.decode(Arrays.copyOfRange(bytes, at, at + length));
      at += length;
      return set;
    }
  }
}
