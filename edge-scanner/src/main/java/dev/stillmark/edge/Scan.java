package dev.stillmark.edge;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.verdict.Adjudicator;
import dev.stillmark.detection.verdict.Examiner;
import dev.stillmark.detection.verdict.Finding;
import dev.stillmark.detection.verdict.TestFamily;
import dev.stillmark.detection.verdict.Verdict;
import dev.stillmark.files.InputFault;
import dev.stillmark.files.LoadedTeacher;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One scan from files to verdicts. Belongs to one thread. */
final class Scan {

  private static final int BATCH = 256;

  private final ScanRequest request;
  private final InputStream in;
  private final PrintStream err;
  private final ScanReport report;
  private final List<LoadedTeacher> teachers;
  private final List<Detector> detectors;
  private final List<GrowingEvidence> growing;
  private final List<ScannedOutput> batch = new ArrayList<>();
  private int read;
  private int rejected;

  /** Loads the teachers; throws {@link InputFault}. */
  Scan(ScanRequest request, InputStream in, PrintStream out, PrintStream err) {
    this.request = request;
    this.in = in;
    this.err = err;
    this.report =
        switch (request.format()) {
          case JSON -> new JsonLinesReport(out);
          case TEXT -> new TextReport(out);
        };
    this.teachers = Teachers.load(request.teachers());
    this.detectors = teachers.stream().flatMap(t -> t.detectors().stream()).toList();
    this.growing = detectors.stream().map(d -> new GrowingEvidence(d.descriptor())).toList();
  }

  ExitStatus run() {
    EvidenceFile earlier =
        request.evidence() == null
            ? EvidenceFile.of(request.suspect(), List.of())
            : EvidenceFile.readIfPresent(request.evidence(), request.suspect());
    IdReader ids = request.textOnly() ? null : IdReader.of(teachers);
    new InputFiles(request.suspect(), ids, in, this::accept, this::reject).read(request.inputs());
    finishBatch();
    EvidenceFile all = merged(earlier);
    if (request.evidence() != null && read > 0) {
      all.write(request.evidence());
    }
    ScanSummary summary = new ScanSummary(read, rejected, verdicts(all));
    report.summary(summary);
    if (read == 0) {
      err.println("stillmark: nothing could be read");
    }
    return summary.status();
  }

  private void accept(ScannedOutput output) {
    read++;
    batch.add(output);
    if (batch.size() == BATCH) {
      finishBatch();
    }
  }

  private void reject(InputFault fault) {
    rejected++;
    err.println("stillmark: " + fault.getMessage());
  }

  /** Detectors are pure, so a batch may use every core and still report in order. */
  private void finishBatch() {
    List<SeenInOutput> seen =
        batch.parallelStream().map(output -> SeenInOutput.of(output, detectors)).toList();
    batch.clear();
    for (SeenInOutput one : seen) {
      report.output(one);
      for (int i = 0; i < growing.size(); i++) {
        growing.get(i).add(one.signals().get(i));
      }
    }
  }

  /** What this scan saw can always be united; what another program wrote perhaps cannot. */
  private EvidenceFile merged(EvidenceFile earlier) {
    EvidenceFile scanned = EvidenceFile.of(request.suspect(), evidence());
    Path file = request.evidence();
    if (file == null) {
      return scanned;
    }
    try {
      return earlier.merge(scanned);
    } catch (IllegalArgumentException e) {
      throw new InputFault(file, null, null, "cannot be merged into: " + e.getMessage());
    }
  }

  private List<Evidence> evidence() {
    return growing.stream().flatMap(one -> one.evidence().stream()).toList();
  }

  private List<Verdict> verdicts(EvidenceFile all) {
    List<Descriptor> tried = detectors.stream().map(Detector::descriptor).toList();
    List<Finding> findings =
        tried.stream()
            .map(one -> all.evidenceOf(one).orElseGet(() -> nothing(one)))
            .map(evidence -> Examiner.examine(evidence, List.of()))
            .toList();
    TestFamily tests = TestFamily.of(tried, findings);
    Map<Teacher, List<Finding>> byTeacher = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byTeacher
          .computeIfAbsent(finding.descriptor().teacher(), _ -> new ArrayList<>())
          .add(finding);
    }
    return byTeacher.entrySet().stream()
        .map(of -> Adjudicator.decide(of.getKey(), of.getValue(), tests, request.policy()))
        .toList();
  }

  /** Scores of no items have any width. */
  private static Evidence nothing(Descriptor descriptor) {
    return new Evidence(
        descriptor, EvidenceSet.empty(2), EvidenceSet.empty(1), EvidenceSet.empty(2));
  }
}
