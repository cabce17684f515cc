package dev.stillmark.verdicts.examination;

import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.verdict.Examiner;
import dev.stillmark.detection.verdict.Policy;
import dev.stillmark.detection.verdict.ReferenceEvidence;
import dev.stillmark.detection.verdict.TestFamily;
import dev.stillmark.verdicts.store.CollectionCounts;
import dev.stillmark.verdicts.store.EvidenceStore;
import dev.stillmark.verdicts.store.Holdings;
import dev.stillmark.verdicts.store.LegalCase;
import dev.stillmark.verdicts.store.Reference;
import dev.stillmark.verdicts.store.SegmentRow;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns stored evidence into verdicts.
 *
 * <p>A finding is a pure function of evidence and panel, so it is kept under their versions. Those
 * and the evidence are read in one snapshot, or a finding could be kept under the version before.
 */
@Singleton
public final class Examination {

  private static final int KEPT = 1000;

  private final EvidenceStore store;
  private final Map<Task.Key, Examined> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Task.Key, Examined> eldest) {
              return size() > KEPT;
            }
          });

  Examination(EvidenceStore store) {
    this.store = store;
  }

  /** Everything that is known about a suspect, one verdict per teacher, by name. */
  public Result examine(String suspect, @Nullable LegalCase legalCase) {
    List<Reference> references = legalCase == null ? List.of() : legalCase.references();
    List<Task> tasks = new ArrayList<>();
    Map<Task, Examined> known = new HashMap<>();
    Holdings holdings =
        store.read(
            suspect,
            references.stream().map(Reference::name).toList(),
            (detectors, rows) -> {
              tasks.addAll(Task.plan(suspect, references, detectors, rows));
              return unknown(tasks, known);
            });
    List<Examined> all = new ArrayList<>();
    for (Task task : tasks) {
      Examined before = known.get(task);
      all.add(before == null ? examine(task, holdings.segments()) : before);
    }
    return new Result(verdicts(all, legalCase), all, holdings.collections());
  }

  /** The evidence of the tasks whose finding is not kept; the others' go into {@code known}. */
  private Set<Long> unknown(List<Task> tasks, Map<Task, Examined> known) {
    Set<Long> needed = new HashSet<>();
    for (Task task : tasks) {
      Examined before = kept.get(task.key());
      if (before == null) {
        needed.addAll(task.evidence());
      } else {
        known.put(task, before);
      }
    }
    return needed;
  }

  private Examined examine(Task task, Map<Long, List<SegmentRow>> segments) {
    Evidence evidence =
        Evidences.unite(task.descriptor(), segments.getOrDefault(task.row().id, List.of()));
    List<ReferenceEvidence> panel =
        task.members().stream()
            .map(member ->
                new ReferenceEvidence(
                    member.reference().name(),
                    member.reference().family(),
                    Evidences.unite(
                        task.descriptor(), segments.getOrDefault(member.row().id, List.of()))))
            .toList();
    Examined examined = examine(evidence, panel);
    kept.put(task.key(), examined);
    return examined;
  }

  /** Evidence comes from outside, so what no true test can yield is a result and not a bug. */
  private static Examined examine(Evidence evidence, List<ReferenceEvidence> panel) {
    List<PartSummary> parts = Evidences.summarize(evidence);
    try {
      return new Examined(evidence.descriptor(), Examiner.examine(evidence, panel), null, parts);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Examined(evidence.descriptor(), null, String.valueOf(e.getMessage()), parts);
    }
  }

  private static List<Adjudged> verdicts(List<Examined> all, @Nullable LegalCase legalCase) {
    TestFamily tests = family(all);
    Map<String, List<Examined>> byTeacher = new TreeMap<>();
    for (Examined examined : all) {
      String teacher = examined.descriptor().teacher().name();
      if (legalCase == null
          || legalCase.teachers() == null
          || legalCase.teachers().contains(teacher)) {
        byTeacher.computeIfAbsent(teacher, _ -> new ArrayList<>()).add(examined);
      }
    }
    Policy policy = legalCase == null ? Policy.DEFAULT : legalCase.policy();
    return byTeacher.values().stream()
        .map(examined -> Adjudged.of(examined, tests, policy))
        .toList();
  }

  /**
   * All that was tried on the suspect, also what gave no finding or is about no teacher asked for.
   */
  private static TestFamily family(List<Examined> all) {
    return TestFamily.of(
        all.stream().map(Examined::descriptor).toList(),
        all.stream().map(Examined::finding).filter(Objects::nonNull).toList());
  }

  /**
   * The verdicts, everything behind them, and what had become of the outputs at that moment.
   *
   * @param examined of all teachers, also of those that the case leaves out
   */
  public record Result(
      List<Adjudged> verdicts, List<Examined> examined, List<CollectionCounts> collections) {}
}
