package dev.stillmark.verdicts.store;

import dev.stillmark.detection.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of reference outputs, one after the other: a prompt's id stands for one
 * prompt, and a model has one output to it.
 */
final class ReferenceIntake {

  private final Map<String, String> promptDigests = new HashMap<>();
  private final Map<Key, String> outputDigests = new HashMap<>();
  private final List<NewReferencePrompt> newPrompts = new ArrayList<>();
  private final List<NewReferenceOutput> newOutputs = new ArrayList<>();

  private record Key(String promptId, String model) {}

  void knowPrompt(String promptId, String sha256) {
    promptDigests.put(promptId, sha256);
  }

  void knowOutput(String promptId, String model, String sha256) {
    outputDigests.put(new Key(promptId, model), sha256);
  }

  ReferenceOutcome take(ReferenceOutput output) {
    String prompt = output.prompt();
    if (prompt != null && contradicts(promptDigests.get(output.promptId()), digest(prompt))) {
      return ReferenceOutcome.OTHER_PROMPT;
    }
    Key key = new Key(output.promptId(), output.model());
    String known = outputDigests.get(key);
    String digest = digest(output.output());
    if (contradicts(known, digest)) {
      return ReferenceOutcome.OTHER_OUTPUT;
    }
    if (prompt != null) {
      addPrompt(output.promptId(), prompt);
    }
    if (known != null) {
      return ReferenceOutcome.DUPLICATE;
    }
    outputDigests.put(key, digest);
    newOutputs.add(new NewReferenceOutput(key.promptId(), key.model(), output.output(), digest));
    return ReferenceOutcome.STORED;
  }

  private void addPrompt(String promptId, String prompt) {
    String digest = digest(prompt);
    if (promptDigests.putIfAbsent(promptId, digest) == null) {
      newPrompts.add(new NewReferencePrompt(promptId, prompt, digest));
    }
  }

  private static boolean contradicts(@Nullable String known, String digest) {
    return known != null && !known.equals(digest);
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  List<NewReferencePrompt> newPrompts() {
    return newPrompts;
  }

  List<NewReferenceOutput> newOutputs() {
    return newOutputs;
  }
}
