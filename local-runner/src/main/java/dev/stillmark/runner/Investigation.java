package dev.stillmark.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.files.CaseDefinition;
import dev.stillmark.files.CaseDefinition.SuspectFiles;
import dev.stillmark.files.CaseFile;
import dev.stillmark.files.LoadedTeacher;
import dev.stillmark.files.OutputRows;
import dev.stillmark.files.TeacherFile;
import dev.stillmark.files.Tokenizers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The main job: a case's files through the running services, to verdicts and reports. */
final class Investigation {

  /**
   * What came of it.
   *
   * @param verdicts one per suspect and teacher, as the verdict service wrote them
   * @param accepted outputs of suspects and references that ingest accepted
   * @param unreadable lines that could not be read or were refused
   */
  record Outcome(List<JsonNode> verdicts, List<Path> reports, long accepted, long unreadable) {

    boolean foundSupport() {
      return verdicts.stream().anyMatch(each -> each.path("verdict").asText().equals("support"));
    }
  }

  private final Home home;
  private final Path config;
  private final CaseDefinition definition;
  private final List<LoadedTeacher> teachers;
  private final Progress progress;

  private Investigation(
      Home home,
      Path config,
      CaseDefinition definition,
      List<LoadedTeacher> teachers,
      Progress progress) {
    this.home = home;
    this.config = config;
    this.definition = definition;
    this.teachers = teachers;
    this.progress = progress;
  }

  /** Reads and checks everything that can be checked before anything is started. */
  static Investigation prepare(Home home, Path config, Progress progress) {
    CaseDefinition definition = CaseFile.load(config);
    Tokenizers tokenizers = new Tokenizers();
    List<LoadedTeacher> teachers = new ArrayList<>();
    for (Path teacher : definition.teachers()) {
      teachers.add(TeacherFile.load(teacher, tokenizers));
    }
    Investigation investigation =
        new Investigation(home, config, definition, List.copyOf(teachers), progress);
    investigation.models().forEach(Investigation::requireReadable);
    return investigation;
  }

  CaseDefinition definition() {
    return definition;
  }

  Outcome run(Path out) throws InterruptedException {
    Path directory = out.toAbsolutePath().normalize();
    try (WorkFolder folder = WorkFolder.open(directory, digestOfInputs(), progress)) {
      Outcome outcome = run(folder);
      folder.forget();
      return outcome;
    } catch (IOException e) {
      throw Fault.of(e, directory);
    }
  }

  private Outcome run(WorkFolder folder) throws IOException, InterruptedException {
    progress.say("starting Kafka, PostgreSQL and the services");
    try (Suite suite = Suite.start(home, folder.state(), Ports.free(), definition.teachers())) {
      progress.say("ready after %.1f s", progress.seconds());
      Verdicts verdicts =
          new Verdicts(new ServiceClient(suite, Service.VERDICT), progress, suite.logs());
      verdicts.declare(definition, teacherNames());
      Upload upload =
          new Upload(
              new ServiceClient(suite, Service.INGEST),
              Journal.open(folder.state().resolve("journal")),
              progress);
      Passage passage = Passage.begin(suite, progress);
      Map<String, Long> accepted = sendAll(upload, verdicts);
      passage.tell(upload.sent());
      return conclude(folder, verdicts, accepted, upload.unreadable());
    }
  }

  /** How many outputs of each model were accepted; all of them are accounted for. */
  private Map<String, Long> sendAll(Upload upload, Verdicts verdicts)
      throws IOException, InterruptedException {
    Map<String, Long> accepted = upload.send(models().toList());
    long all = accepted.values().stream().mapToLong(Long::longValue).sum();
    progress.say(
        "%d outputs sent, %d accepted in all, %d lines not readable",
        upload.sent(), all, upload.unreadable());
    if (all == 0 && upload.unreadable() > 0) {
      throw new Fault("no output could be read");
    }
    for (Map.Entry<String, Long> model : accepted.entrySet()) {
      verdicts.awaitReconciled(model.getKey(), model.getValue());
    }
    progress.say("everything is accounted for after %.1f s", progress.seconds());
    return accepted;
  }

  private Outcome conclude(
      WorkFolder folder, Verdicts verdicts, Map<String, Long> accepted, long unreadable)
      throws IOException, InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    List<Path> reports = new ArrayList<>();
    for (SuspectFiles suspect : definition.suspects()) {
      if (accepted.getOrDefault(suspect.name(), 0L) == 0) {
        progress.say("%s: no output was accepted, so there is no report", suspect.name());
        teacherNames().forEach(teacher -> found.add(undecided(suspect.name(), teacher)));
        continue;
      }
      found.addAll(verdicts.verdictsOn(suspect.name(), definition.name()));
      String id = verdicts.issueReport(suspect.name(), definition.name());
      Path target = folder.folderOf(suspect.name());
      Files.write(target.resolve("report.json"), verdicts.report(id, "application/json"));
      Path page = target.resolve("report.html");
      Files.write(page, verdicts.report(id, "text/html"));
      reports.add(page);
    }
    long all = accepted.values().stream().mapToLong(Long::longValue).sum();
    return new Outcome(List.copyOf(found), List.copyOf(reports), all, unreadable);
  }

  /** The verdict service has not heard of a suspect without outputs. */
  private static JsonNode undecided(String suspect, String teacher) {
    ObjectNode verdict =
        Json.object()
            .put("suspect", suspect)
            .put("teacher", teacher)
            .put("verdict", "inconclusive")
            .put("reason", "too-few-windows");
    verdict.putArray("findings");
    return verdict;
  }

  private Stream<ModelFiles> models() {
    return Stream.concat(
        definition.suspects().stream().map(ModelFiles::of),
        definition.references().stream().map(ModelFiles::of));
  }

  private List<String> teacherNames() {
    return teachers.stream().map(teacher -> teacher.teacher().name()).toList();
  }

  private static void requireReadable(ModelFiles model) {
    for (Path file : model.outputs()) {
      OutputRows.open(file, model.fields(), model.collection()).close();
    }
  }

  /** Detector ids commit to keys, tokenizers and phrases. */
  private String digestOfInputs() throws IOException {
    StringBuilder inputs = new StringBuilder(Sha256.of(config));
    for (LoadedTeacher teacher : teachers) {
      inputs.append('\n').append(Sha256.of(teacher.path()));
      teacher.detectors().forEach(detector -> inputs.append('\n').append(detector.descriptor()));
    }
    Map<Path, String> digests = new HashMap<>();
    for (ModelFiles model : models().toList()) {
      for (Path file : model.outputs()) {
        if (!digests.containsKey(file)) {
          digests.put(file, Sha256.of(file));
        }
        inputs.append('\n').append(digests.get(file));
      }
    }
    return Sha256.of(inputs.toString());
  }
}
