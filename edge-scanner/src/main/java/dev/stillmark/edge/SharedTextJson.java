package dev.stillmark.edge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.stillmark.detection.attribution.measuring.CopiedAnswers;
import dev.stillmark.detection.attribution.measuring.PhraseUse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The text that a suspect has in common with models of the panel: whole answers and phrases. */
final class SharedTextJson {

  private SharedTextJson() {}

  static void write(JsonGenerator json, AttributedSuspect suspect, String teacher)
      throws IOException {
    json.writeArrayFieldStart("copies");
    for (CopiedAnswers.Pair pair : suspect.copies()) {
      json.writeStartObject();
      json.writeStringField("model", pair.partnerOf(suspect.name()));
      json.writeNumberField("prompts", pair.copies());
      json.writeNumberField("share", pair.share());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("phrases");
    for (PhraseUse use : phrases(suspect, teacher)) {
      write(json, use);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, PhraseUse use) throws IOException {
    json.writeStartObject();
    json.writeStringField("phrase", use.phrase());
    json.writeNumberField("logOdds", use.logOdds());
    json.writeNumberField("suspect", use.suspectAnswers());
    json.writeNumberField("ofSuspect", use.ofSuspect());
    json.writeNumberField("teacher", use.teacherAnswers());
    json.writeNumberField("ofTeacher", use.ofTeacher());
    json.writeNumberField("panel", use.panelAnswers());
    json.writeNumberField("ofPanel", use.ofPanel());
    json.writeEndObject();
  }

  /** The same for people, in one cell each and only where there is any. */
  static void writeWords(JsonGenerator json, AttributedSuspect suspect, String teacher)
      throws IOException {
    if (!suspect.copies().isEmpty()) {
      json.writeStringField("copies", copiesInWords(suspect));
    }
    List<PhraseUse> phrases = phrases(suspect, teacher);
    if (!phrases.isEmpty()) {
      json.writeStringField("phrases", inWords(phrases));
    }
  }

  private static String copiesInWords(AttributedSuspect suspect) {
    return suspect.copies().stream()
        .map(pair -> "%d of %s".formatted(pair.copies(), pair.partnerOf(suspect.name())))
        .collect(Collectors.joining(", "));
  }

  private static String inWords(List<PhraseUse> phrases) {
    return phrases.stream()
        .map(use -> "%d of \"%s\"".formatted(use.suspectAnswers(), use.phrase()))
        .collect(Collectors.joining(", "));
  }

  private static List<PhraseUse> phrases(AttributedSuspect suspect, String teacher) {
    return suspect.phrases().getOrDefault(teacher, List.of());
  }
}
