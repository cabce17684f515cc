package dev.stillmark.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One output of a suspect, accepted by ingest; topic {@code suspect-outputs}, key {@code
 * suspect#shard}.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION}
 * @param outputId 64 hexadecimal digits, see {@link OutputIdentity}
 * @param requestId the ingest request that carried it
 * @param collectedAt RFC 3339 instant
 * @param sampling sampling parameters as the collector gave them
 */
public record SuspectOutputCaptured(
    int schemaVersion,
    String outputId,
    String requestId,
    String suspect,
    String collection,
    String promptId,
    int sample,
    String prompt,
    String output,
    @Nullable String collectedAt,
    @Nullable String source,
    @Nullable Map<String, String> sampling,
    @Nullable CapturedTokens tokens) {

  public static final int SCHEMA_VERSION = 1;

  /** Identity and lengths only: prompts and outputs never reach a log. */
  @Override
  public String toString() {
    return "SuspectOutputCaptured[%s, prompt %d chars, output %d chars]"
        .formatted(outputId, prompt.length(), output.length());
  }
}
