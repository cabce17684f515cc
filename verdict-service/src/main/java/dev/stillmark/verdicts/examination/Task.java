package dev.stillmark.verdicts.examination;

import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.verdicts.intake.Descriptors;
import dev.stillmark.verdicts.store.EvidenceRow;
import dev.stillmark.verdicts.store.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One evidence of a suspect that is to be examined, against whichever reference models have
 * evidence of the same detector; only ledger B has any.
 */
record Task(EvidenceRow row, Descriptor descriptor, List<Member> members) {

  /** A reference model's evidence. */
  record Member(Reference reference, EvidenceRow row) {}

  /** Evidence in one state; the family or the teacher is part of what a finding depends on. */
  record Version(long evidence, long version, String described) {}

  /** What a finding is a function of. */
  record Key(Version subject, List<Version> panel) {}

  /** One task per detector that has evidence on {@code suspect}, by its id. */
  static List<Task> plan(
      String suspect,
      List<Reference> references,
      List<DeclaredDetector> detectors,
      List<EvidenceRow> rows) {
    Map<String, Map<String, EvidenceRow>> bySuspect = new HashMap<>();
    rows.forEach(
        row -> bySuspect.computeIfAbsent(row.suspect, _ -> new HashMap<>()).put(row.detector, row));
    List<Task> tasks = new ArrayList<>();
    for (DeclaredDetector detector : detectors) {
      EvidenceRow row = bySuspect.getOrDefault(suspect, Map.of()).get(detector.id());
      if (row != null) {
        Descriptor descriptor = Descriptors.of(detector);
        tasks.add(new Task(row, descriptor, members(descriptor, references, bySuspect)));
      }
    }
    return tasks;
  }

  private static List<Member> members(
      Descriptor descriptor,
      List<Reference> references,
      Map<String, Map<String, EvidenceRow>> bySuspect) {
    List<Member> members = new ArrayList<>();
    if (!descriptor.isLedgerA()) {
      for (Reference reference : references) {
        EvidenceRow row = bySuspect.getOrDefault(reference.name(), Map.of()).get(descriptor.id());
        if (row != null) {
          members.add(new Member(reference, row));
        }
      }
    }
    return members;
  }

  Key key() {
    return new Key(
        new Version(row.id, row.version, descriptor.teacher().toString()),
        members.stream()
            .map(m -> new Version(m.row.id, m.row.version, m.reference.family()))
            .toList());
  }

  /** The ids of all evidence that this task reads. */
  Set<Long> evidence() {
    return Stream.concat(Stream.of(row), members.stream().map(Member::row))
        .map(read -> read.id)
        .collect(Collectors.toSet());
  }
}
