package dev.stillmark.detection.canary;

import dev.stillmark.detection.Detector;
import dev.stillmark.detection.FieldDigest;
import dev.stillmark.detection.ObservedOutput;
import dev.stillmark.detection.evidence.Coverage;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import dev.stillmark.detection.evidence.Teacher;
import dev.stillmark.detection.text.Tokenizations;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the drawn replies in the answers to a teacher's canaries.
 *
 * <p>An ask is an output under a canary's prompt id whose sample is below the fixed number of asks.
 * The group is the canary, the item the ask, the score 1 if the answer returned the drawn reply; an
 * answer whose prompt holds the reply scores 0. Groups and items are made from ids alone, never
 * from a reply.
 */
public final class CanaryDetector implements Detector {

  private static final String VERSION = "stillmark canary detector 1";

  private record Asked(String id, Answer reply) {}

  private final Descriptor.Canaries descriptor;
  private final Map<String, Asked> byPromptId = new HashMap<>();

  public CanaryDetector(Teacher teacher, CanarySet set) {
    for (Canary canary : set.canaries()) {
      byPromptId.put(canary.promptId(), new Asked(canary.id(), Answer.of(canary.reply())));
    }
    String commitment = set.commitment();
    String hex = new FieldDigest(VERSION).add(teacher.name()).add(commitment).hex();
    descriptor =
        new Descriptor.Canaries(
            "canaries-" + hex.substring(0, 16),
            teacher,
            commitment,
            set.canaries().size(),
            set.replySpace(),
            set.asks());
  }

  @Override
  public Descriptor descriptor() {
    return descriptor;
  }

  @Override
  public Signal detect(ObservedOutput output, Tokenizations tokenizations) {
    Asked asked = byPromptId.get(output.promptId());
    return asked == null || output.sample() >= descriptor.asks()
        ? signal(output, null, false, false)
        : ask(output, asked);
  }

  private Signal ask(ObservedOutput output, Asked asked) {
    boolean inPrompt = Answer.of(output.prompt()).contains(asked.reply());
    boolean hit = !inPrompt && Answer.of(output.output()).returns(asked.reply());
    return signal(output, asked, inPrompt, hit);
  }

  private Signal signal(
      ObservedOutput output, @Nullable Asked asked, boolean inPrompt, boolean hit) {
    EvidenceSet.Builder items = EvidenceSet.builder(1);
    if (asked != null) {
      items.add(group(asked), item(asked, output.sample()), output.id().order(), hit ? 1 : 0);
    }
    Coverage coverage = new Coverage(asked == null ? 0 : 1, inPrompt ? 1 : 0, 0, false);
    return new Signal(
        descriptor, items.build(), EvidenceSet.empty(1), coverage.asItem(output.id()));
  }

  private static long group(Asked asked) {
    return new FieldDigest("stillmark canary 1").add(asked.id()).hash64();
  }

  private static long item(Asked asked, int sample) {
    return new FieldDigest("stillmark canary ask 1").add(asked.id()).add(sample).hash64();
  }
}
