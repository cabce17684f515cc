package dev.stillmark.verdicts.examination;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.verdicts.intake.Descriptors;
import dev.stillmark.verdicts.store.EvidenceRow;
import dev.stillmark.verdicts.store.EvidenceStore;
import dev.stillmark.verdicts.store.Part;
import dev.stillmark.verdicts.store.SegmentRow;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Unites stored segments into evidence. */
@Singleton
public final class Evidences {

  private final EvidenceStore store;

  Evidences(EvidenceStore store) {
    this.store = store;
  }

  static Evidence unite(Descriptor descriptor, List<SegmentRow> segments) {
    return new Evidence(
        descriptor,
        union(segments, descriptor, Part.ITEMS),
        union(segments, descriptor, Part.DECOYS),
        union(segments, descriptor, Part.COVERAGE));
  }

  /** The canonical bytes of one part. */
  public byte[] bytes(EvidenceRow row, Descriptor descriptor, Part part) {
    return union(store.segments(row), descriptor, part).encode();
  }

  private static EvidenceSet union(List<SegmentRow> segments, Descriptor descriptor, Part part) {
    List<EvidenceSet> sets =
        segments.stream()
            .filter(segment -> segment.part.equals(part.code()))
            .map(segment -> EvidenceSet.decode(segment.items))
            .toList();
    return sets.isEmpty()
        ? EvidenceSet.empty(Descriptors.scoreWords(descriptor, part))
        : EvidenceSet.union(sets);
  }

  static List<PartSummary> summarize(Evidence evidence) {
    return List.of(
        summary(Part.ITEMS, evidence.items()),
        summary(Part.DECOYS, evidence.decoys()),
        summary(Part.COVERAGE, evidence.coverage()));
  }

  private static PartSummary summary(Part part, EvidenceSet set) {
    return new PartSummary(
        part.code(), set.size(), set.conflicts(), set.halvings(), sha256(set.encode()));
  }

  /** 64 hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
