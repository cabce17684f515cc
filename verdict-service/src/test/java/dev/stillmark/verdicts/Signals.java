package dev.stillmark.verdicts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stillmark.detection.OutputId;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.DeclaredDetector;
import dev.stillmark.events.ExtractedSignal;
import dev.stillmark.events.OutputIdentity;
import dev.stillmark.events.SignalsExtracted;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Hand-made signals. */
public final class Signals {

  public static final DeclaredDetector GREEN =
      new DeclaredDetector(
          "teacher/kgw/1",
          "teacher",
          "vendor",
          "2024-01-31",
          new DeclaredDetector.Watermark(
              "kgw/transformers/lefthash",
              "green-list 12564/50257",
              1,
              "r50k_base",
              "k1",
              "ab".repeat(32),
              false,
              127,
              1.0,
              true),
          null,
          null);
  static final DeclaredDetector PHRASES =
      new DeclaredDetector(
          "teacher/phrases/1",
          "teacher",
          "vendor",
          "2024-01-31",
          null,
          new DeclaredDetector.Phrases("cd".repeat(32), 40),
          null);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Signals() {}

  /** One record of the topic. */
  public record Message(String type, byte[] payload) {}

  public static String outputId(String suspect, int n) {
    return OutputIdentity.of(suspect, "c", "p" + n, 0, "prompt", "output", null);
  }

  /** An output with {@code items} items, of which the true key finds nearly all green. */
  public static Message green(String suspect, String request, int n, int items) {
    String id = outputId(suspect, n);
    OutputId output = new OutputId(id);
    SplittableRandom random = new SplittableRandom(n / 2);
    EvidenceSet.Builder set = EvidenceSet.builder(2);
    for (int i = 0; i < items; i++) {
      long group = random.nextLong();
      long low = random.nextLong() & random.nextLong();
      long high = random.nextLong() & random.nextLong() & Long.MAX_VALUE;
      set.add(group, random.nextLong(), output.order(), low | 1, high);
    }
    EvidenceSet coverage = new Coverage(items, 1, 0, true).asItem(output);
    return signal(suspect, request, id, GREEN, set.build(), coverage);
  }

  /** An output of 100 words with {@code matches} phrases. */
  static Message phrases(String suspect, String request, int n, int matches) {
    String id = outputId(suspect, n);
    OutputId output = new OutputId(id);
    EvidenceSet items =
        EvidenceSet.builder(1)
            .add(output.hash64(), output.hash64(), output.order(), (long) matches << 32 | 100)
            .build();
    EvidenceSet coverage = new Coverage(100, 0, 0, true).asItem(output);
    return signal(suspect, request, id, PHRASES, items, coverage);
  }

  private static Message signal(
      String suspect,
      String request,
      String id,
      DeclaredDetector detector,
      EvidenceSet items,
      EvidenceSet coverage) {
    return signal(suspect, request, id, 0, 1, detector, items, EvidenceSet.empty(1), coverage);
  }

  /** One of {@code parts} parts of an output. */
  static Message signal(
      String suspect,
      String request,
      String id,
      int part,
      int parts,
      DeclaredDetector detector,
      EvidenceSet items,
      EvidenceSet decoys,
      EvidenceSet coverage) {
    return message(
        new SignalsExtracted(
            1,
            id,
            request,
            suspect,
            "c",
            "p",
            0,
            part,
            parts,
            List.of(
                new ExtractedSignal(detector, encode(items), encode(decoys), encode(coverage)))));
  }

  public static Message accepted(String suspect, String request, List<String> ids) {
    return message(
        new CollectionAccepted(1, request, suspect, "c", ids.size(), OutputIdentity.digestOf(ids)));
  }

  public static Message message(Object event) {
    try {
      return new Message(event.getClass().getSimpleName(), MAPPER.writeValueAsBytes(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(EvidenceSet set) {
    return Base64.getEncoder().encodeToString(set.encode());
  }
}
