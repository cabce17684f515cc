package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Teacher;
import java.io.IOException;
import java.time.LocalDate;

/** A detector's public half as a flat JSON object, and back. */
final class DescriptorJson {

  private DescriptorJson() {}

  static void write(JsonGenerator json, Descriptor descriptor) throws IOException {
    json.writeStringField("kind", FindingJson.kind(descriptor));
    json.writeStringField("id", descriptor.id());
    json.writeStringField("teacher", descriptor.teacher().name());
    json.writeStringField("vendor", descriptor.teacher().vendor());
    LocalDate released = descriptor.teacher().released();
    if (released != null) {
      json.writeStringField("released", released.toString());
    }
    switch (descriptor) {
      case Descriptor.GreenList green -> writeGreenList(json, green);
      case Descriptor.Phrases phrases -> {
        json.writeStringField("listDigest", phrases.listDigest());
        json.writeNumberField("phrases", phrases.phrases());
      }
      case Descriptor.Canaries canaries -> {
        json.writeStringField("setCommitment", canaries.setCommitment());
        json.writeNumberField("canaries", canaries.canaries());
        json.writeNumberField("replySpace", canaries.replySpace());
        json.writeNumberField("asks", canaries.asks());
      }
    }
  }

  private static void writeGreenList(JsonGenerator json, Descriptor.GreenList green)
      throws IOException {
    json.writeStringField("scheme", green.scheme());
    json.writeNumberField("vocabularySize", green.vocabularySize());
    json.writeNumberField("greenListSize", green.greenListSize());
    json.writeNumberField("contextWidth", green.contextWidth());
    json.writeStringField("tokenizer", green.tokenizer());
    json.writeStringField("keyId", green.keyId());
    json.writeStringField("keyCommitment", green.keyCommitment());
    json.writeBooleanField("publishedKey", green.publishedKey());
    json.writeNumberField("decoys", green.decoys().count());
    json.writeNumberField("decoyFraction", green.decoys().fraction());
    json.writeBooleanField("packed", green.decoys().packed());
  }

  /** Throws {@link IllegalArgumentException} that names the field and the rule. */
  static Descriptor read(FlatObject object) {
    String kind = object.text("kind");
    String id = object.text("id");
    Teacher teacher =
        new Teacher(object.text("teacher"), object.text("vendor"), object.dateOrNull("released"));
    return switch (kind) {
      case "green-list" -> readGreenList(object, id, teacher);
      case "phrases" ->
          new Descriptor.Phrases(id, teacher, object.text("listDigest"), object.count("phrases"));
      case "canaries" ->
          new Descriptor.Canaries(
              id,
              teacher,
              object.text("setCommitment"),
              object.count("canaries"),
              object.integer("replySpace"),
              object.count("asks"));
      default -> throw new IllegalArgumentException("kind must be green-list, canaries or phrases");
    };
  }

  private static Descriptor readGreenList(FlatObject object, String id, Teacher teacher) {
    return new Descriptor.GreenList(
        id,
        teacher,
        object.text("scheme"),
        object.count("vocabularySize"),
        object.count("greenListSize"),
        object.count("contextWidth"),
        object.text("tokenizer"),
        object.text("keyId"),
        object.text("keyCommitment"),
        object.flag("publishedKey"),
        new DecoyPlan(
            object.count("decoys"), object.number("decoyFraction"), object.flag("packed")));
  }
}
