package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.evidence.DecoyPlan;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.NullLawCode;
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
      case Descriptor.Watermark mark -> writeWatermark(json, mark);
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

  private static void writeWatermark(JsonGenerator json, Descriptor.Watermark mark)
      throws IOException {
    json.writeStringField("scheme", mark.scheme());
    json.writeStringField("law", NullLawCode.of(mark.law()));
    json.writeNumberField("contextWidth", mark.contextWidth());
    json.writeStringField("tokenizer", mark.tokenizer());
    json.writeStringField("keyId", mark.keyId());
    json.writeStringField("keyCommitment", mark.keyCommitment());
    json.writeBooleanField("publishedKey", mark.publishedKey());
    json.writeNumberField("decoys", mark.decoys().count());
    json.writeNumberField("decoyFraction", mark.decoys().fraction());
    json.writeBooleanField("packed", mark.decoys().packed());
  }

  /** Throws {@link IllegalArgumentException} that names the field and the rule. */
  static Descriptor read(FlatObject object) {
    String kind = object.text("kind");
    String id = object.text("id");
    Teacher teacher =
        new Teacher(object.text("teacher"), object.text("vendor"), object.dateOrNull("released"));
    return switch (kind) {
      case "watermark" -> readWatermark(object, id, teacher);
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
      default -> throw new IllegalArgumentException("kind must be watermark, canaries or phrases");
    };
  }

  private static Descriptor readWatermark(FlatObject object, String id, Teacher teacher) {
    return new Descriptor.Watermark(
        id,
        teacher,
        object.text("scheme"),
        NullLawCode.parse(object.text("law")),
        object.count("contextWidth"),
        object.text("tokenizer"),
        object.text("keyId"),
        object.text("keyCommitment"),
        object.flag("publishedKey"),
        new DecoyPlan(
            object.count("decoys"), object.number("decoyFraction"), object.flag("packed")));
  }
}
