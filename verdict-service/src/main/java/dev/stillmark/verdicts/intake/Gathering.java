package dev.stillmark.verdicts.intake;

import static dev.stillmark.verdicts.intake.EventReader.require;
import static dev.stillmark.verdicts.intake.EventReader.requireName;

import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.ExtractedSignal;
import dev.stillmark.events.RecordQuarantined;
import dev.stillmark.events.SignalsExtracted;
import dev.stillmark.events.TeachersDeclared;
import dev.stillmark.verdicts.store.Acceptance;
import dev.stillmark.verdicts.store.Advance;
import dev.stillmark.verdicts.store.EvidenceKey;
import dev.stillmark.verdicts.store.Merge;
import dev.stillmark.verdicts.store.Part;
import dev.stillmark.verdicts.store.Quarantined;
import dev.stillmark.verdicts.store.Receipt;
import dev.stillmark.verdicts.store.Standing;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fresh records of one batch into what has to be stored.
 *
 * <p>A record counts as a whole or not at all: one unusable signal puts it into quarantine.
 */
final class Gathering {

  private final Quarantine quarantine;
  private final Map<String, DeclaredDetector> known;
  private final Map<String, DeclaredDetector> newDetectors = new HashMap<>();
  private final Map<String, DeclaredDetector> redescribed = new HashMap<>();
  private final Set<String> suspects = new LinkedHashSet<>();
  private final Map<EvidenceKey, Map<Part, List<EvidenceSet>>> sets = new HashMap<>();
  private final Set<Receipt> receipts = new LinkedHashSet<>();
  private final Set<Acceptance> acceptances = new LinkedHashSet<>();
  private final List<Quarantined> quarantined = new ArrayList<>();

  Gathering(Standing standing, Quarantine quarantine) {
    this.known = new HashMap<>(standing.detectors());
    this.quarantine = quarantine;
  }

  void add(SourceRecord record) {
    try {
      switch (record.type()) {
        case "SignalsExtracted" -> addSignals(record);
        case "CollectionAccepted" ->
            addAcceptance(EventReader.read(record.payload(), CollectionAccepted.class));
        case "TeachersDeclared" ->
            addTeachers(EventReader.read(record.payload(), TeachersDeclared.class));
        case "RecordQuarantined" ->
            addQuarantined(EventReader.read(record.payload(), RecordQuarantined.class));
        case null, default ->
            throw new UnusableRecordException("unknown-type", "ce_type names no known event");
      }
    } catch (UnusableRecordException e) {
      quarantined.add(quarantine.own(record, e.rule(), String.valueOf(e.getMessage())));
    }
  }

  private void addSignals(SourceRecord record) {
    SignalsExtracted event = EventReader.read(record.payload(), SignalsExtracted.class);
    String suspect = requireName(event.suspect(), "suspect");
    String collection = requireName(event.collection(), "collection");
    String requestId = requireName(event.requestId(), "requestId");
    String outputId = requireOutputId(event.outputId());
    try {
      merge(suspect, event);
      receipts.add(
          Receipt.scored(suspect, collection, requestId, outputId, event.part(), event.parts()));
    } catch (UnusableRecordException e) {
      quarantined.add(
          quarantine.own(
              record, e.rule(), String.valueOf(e.getMessage()), suspect, collection, outputId));
      receipts.add(Receipt.quarantined(suspect, collection, requestId, outputId));
    }
    suspects.add(suspect);
  }

  private void merge(String suspect, SignalsExtracted event) {
    EventReader.requireVersion(event.schemaVersion(), SignalsExtracted.SCHEMA_VERSION);
    if (event.parts() < 1 || event.part() < 0 || event.part() >= event.parts()) {
      throw new UnusableRecordException(
          "invalid-part",
          "part must be within 0..%d but is %d".formatted(event.parts() - 1, event.part()));
    }
    Map<DeclaredDetector, Map<Part, EvidenceSet>> decoded = new HashMap<>();
    for (ExtractedSignal signal : require(event.signals(), "signals")) {
      DeclaredDetector detector = require(require(signal, "signal").detector(), "detector");
      Descriptor descriptor = Descriptors.check(detector);
      requireKnownTest(detector);
      if (decoded.put(detector, decode(signal, descriptor)) != null) {
        throw new UnusableRecordException(
            "repeated-detector", "a detector must stand once in a record");
      }
    }
    decoded.forEach((detector, parts) -> addSets(suspect, detector, parts));
  }

  private void addSets(String suspect, DeclaredDetector detector, Map<Part, EvidenceSet> decoded) {
    declareMissing(detector);
    Map<Part, List<EvidenceSet>> parts =
        sets.computeIfAbsent(
            new EvidenceKey(suspect, detector.id()), _ -> new EnumMap<>(Part.class));
    decoded.forEach((part, set) -> {
      if (set.size() > 0) {
        parts.computeIfAbsent(part, _ -> new ArrayList<>()).add(set);
      }
    });
  }

  private static Map<Part, EvidenceSet> decode(ExtractedSignal signal, Descriptor descriptor) {
    Map<Part, EvidenceSet> parts = new EnumMap<>(Part.class);
    parts.put(Part.ITEMS, decode(signal.items(), descriptor, Part.ITEMS));
    parts.put(Part.DECOYS, decode(signal.decoys(), descriptor, Part.DECOYS));
    parts.put(Part.COVERAGE, decode(signal.coverage(), descriptor, Part.COVERAGE));
    return parts;
  }

  private static EvidenceSet decode(@Nullable String base64, Descriptor descriptor, Part part) {
    String place = "signal." + part.code();
    EvidenceSet set;
    try {
      set = EvidenceSet.decode(Base64.getDecoder().decode(require(base64, place)));
    } catch (IllegalArgumentException e) {
      throw new UnusableRecordException("invalid-evidence-set", place + " is not canonical", e);
    }
    int words = Descriptors.scoreWords(descriptor, part);
    if (set.size() > 0
        && (set.scoreWords() != words || set.capacity() != EvidenceSet.DEFAULT_CAPACITY)) {
      throw new UnusableRecordException(
          "invalid-evidence-set",
          "%s must have %d score words and capacity %d but has %d and %d"
              .formatted(
                  place, words, EvidenceSet.DEFAULT_CAPACITY, set.scoreWords(), set.capacity()));
    }
    return set;
  }

  private void requireKnownTest(DeclaredDetector detector) {
    DeclaredDetector before = known.get(detector.id());
    if (before != null && !Descriptors.isSameTest(before, detector)) {
      throw new UnusableRecordException(
          "detector-redefined", "detector.id stands for a different test already");
    }
  }

  private void declareMissing(DeclaredDetector detector) {
    if (known.putIfAbsent(detector.id(), detector) == null) {
      newDetectors.put(detector.id(), detector);
    }
  }

  private void addTeachers(TeachersDeclared event) {
    EventReader.requireVersion(event.schemaVersion(), TeachersDeclared.SCHEMA_VERSION);
    List<DeclaredDetector> detectors = require(event.detectors(), "detectors");
    for (DeclaredDetector detector : detectors) {
      Descriptors.check(detector);
      requireKnownTest(detector);
    }
    for (DeclaredDetector detector : detectors) {
      declareMissing(detector);
      if (!detector.equals(known.put(detector.id(), detector))) {
        (newDetectors.containsKey(detector.id()) ? newDetectors : redescribed)
            .put(detector.id(), detector);
      }
    }
  }

  private void addAcceptance(CollectionAccepted event) {
    EventReader.requireVersion(event.schemaVersion(), CollectionAccepted.SCHEMA_VERSION);
    String suspect = requireName(event.suspect(), "suspect");
    acceptances.add(
        new Acceptance(
            suspect,
            requireName(event.collection(), "collection"),
            requireName(event.requestId(), "requestId"),
            event.accepted(),
            requireName(event.digest(), "digest")));
    suspects.add(suspect);
  }

  private void addQuarantined(RecordQuarantined event) {
    EventReader.requireVersion(event.schemaVersion(), RecordQuarantined.SCHEMA_VERSION);
    Quarantined row = quarantine.passedOn(event);
    quarantined.add(row);
    String requestId = event.requestId();
    if (row.suspect() != null) {
      suspects.add(row.suspect());
      if (row.collection() != null && row.outputId() != null && Names.fault(requestId) == null) {
        receipts.add(
            Receipt.quarantined(
                row.suspect(), row.collection(), require(requestId, "requestId"), row.outputId()));
      }
    }
  }

  private static String requireOutputId(@Nullable String outputId) {
    try {
      return new OutputId(require(outputId, "outputId")).hex();
    } catch (IllegalArgumentException e) {
      throw new UnusableRecordException("invalid-output-id", String.valueOf(e.getMessage()), e);
    }
  }

  /** What has to be stored, once the batch's sets are united. */
  Merge merge(List<Advance> advances) {
    Map<EvidenceKey, Map<Part, EvidenceSet>> deltas = new HashMap<>();
    sets.forEach((key, parts) -> {
      Map<Part, EvidenceSet> united = new EnumMap<>(Part.class);
      parts.forEach((part, several) -> united.put(part, EvidenceSet.union(several)));
      deltas.put(key, united);
    });
    return new Merge(
        advances,
        suspects,
        newDetectors.values(),
        redescribed.values(),
        deltas,
        receipts,
        acceptances,
        quarantined);
  }
}
