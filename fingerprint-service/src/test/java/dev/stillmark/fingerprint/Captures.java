package dev.stillmark.fingerprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.OutputIdentity;
import dev.stillmark.events.SuspectOutputCaptured;
import org.jspecify.annotations.Nullable;

/** Captured outputs for tests. */
final class Captures {

  static final ObjectMapper JSON = new ObjectMapper();

  private Captures() {}

  static SuspectOutputCaptured of(String promptId, String output) {
    return of(promptId, output, null);
  }

  static SuspectOutputCaptured of(String promptId, String output, @Nullable CapturedTokens tokens) {
    String id = OutputIdentity.of("suspect", "c", promptId, 0, "a prompt", output, tokens);
    return new SuspectOutputCaptured(
        SuspectOutputCaptured.SCHEMA_VERSION,
        id,
        "request",
        "suspect",
        "c",
        promptId,
        0,
        "a prompt",
        output,
        null,
        null,
        null,
        tokens);
  }

  static byte[] bytes(Object event) {
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
