package dev.stillmark.runner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stillmark.testkit.GeneratedOutput;
import dev.stillmark.testkit.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A played scenario as the files that an investigation starts from.
 *
 * <p>JSON is YAML, so the case and the teacher are written as JSON.
 */
final class ScenarioFiles {

  private ScenarioFiles() {}

  /** Writes everything into {@code directory} and gives the case file. */
  static Path write(Scenario scenario, Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("tokenizer.json"), scenario.tokenizer().json());
    writeSecret(directory.resolve("watermark.key"), Long.toString(scenario.watermarkKey()));
    writeOutputs(directory.resolve("teacher.jsonl"), scenario.teacherReferenceOutputs());
    writeOutputs(directory.resolve("background.jsonl"), scenario.background());
    Files.write(directory.resolve("teacher.yaml"), Json.bytes(teacher(scenario)));
    ObjectNode theCase = Json.object().put("case", "demo-seed-" + scenario.seed());
    theCase.putArray("teachers").add("teacher.yaml");
    addSuspects(theCase.putArray("suspects"), scenario, directory);
    addReferences(theCase.putArray("references"), scenario, directory);
    Path file = directory.resolve("case.yaml");
    Files.write(file, Json.bytes(theCase));
    return file;
  }

  private static ObjectNode teacher(Scenario scenario) {
    ObjectNode teacher =
        Json.object()
            .put("teacher", scenario.teacher().name())
            .put("vendor", scenario.teacher().vendor())
            .put("referenceOutputs", "teacher.jsonl")
            .put("background", "background.jsonl");
    teacher
        .putArray("schemes")
        .addObject()
        .put("scheme", "kgw")
        .put("dialect", "transformers")
        .put("vocabSize", scenario.scheme().vocabularySize())
        .put("greenlistRatio", scenario.scheme().greenlistRatio())
        .put("tokenizer", "tokenizer.json")
        .put("keyFile", "watermark.key");
    return teacher;
  }

  private static void addSuspects(ArrayNode suspects, Scenario scenario, Path directory)
      throws IOException {
    for (Scenario.Suspect suspect : scenario.suspects()) {
      String file = SafeName.of(suspect.name()) + ".jsonl";
      writeOutputs(directory.resolve(file), suspect.outputs());
      suspects.addObject().put("name", suspect.name()).put("outputs", file);
    }
  }

  private static void addReferences(ArrayNode references, Scenario scenario, Path directory)
      throws IOException {
    for (Scenario.ReferenceModel model : scenario.references()) {
      String file = SafeName.of(model.name()) + ".jsonl";
      writeOutputs(directory.resolve(file), model.outputs());
      references
          .addObject()
          .put("name", model.name())
          .put("family", model.family())
          .put("provenance", "trained by the demo, on its own house's essays alone")
          .put("outputs", file);
    }
  }

  private static void writeOutputs(Path file, List<GeneratedOutput> outputs) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (GeneratedOutput output : outputs) {
        out.write(
            Json.bytes(
                Json.object()
                    .put("promptId", output.promptId())
                    .put("prompt", output.prompt())
                    .put("output", output.output())));
        out.write('\n');
      }
    }
  }

  /** Nobody but the owner may read it, from its first byte on. */
  private static void writeSecret(Path file, String secret) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n", StandardCharsets.US_ASCII);
  }
}
