package dev.stillmark.ingest;

import dev.stillmark.events.CapturedTokens;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a line's bytes into an output, or says which rule it broke. */
final class SuspectLineParser {

  private static final Set<String> FIELDS =
      Set.of(
          "collection",
          "promptId",
          "prompt",
          "output",
          "sample",
          "tokens",
          "collectedAt",
          "source",
          "sampling");
  private static final Set<String> TOKEN_FIELDS = Set.of("tokenizer", "promptIds", "outputIds");
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  private final JsonLine json;

  SuspectLineParser(IngestConfig config) {
    this.json = new JsonLine(config.maxDepth(), config.maxLineBytes());
  }

  SuspectLine parse(byte[] line) throws LineRejection {
    Fields fields = new Fields(json.read(line), "");
    fields.allowOnly(FIELDS);
    CapturedTokens tokens = tokens(fields);
    return new SuspectLine(
        fields.name("collection"),
        fields.name("promptId"),
        fields.text("prompt"),
        output(fields, tokens),
        fields.sample("sample"),
        tokens,
        collectedAt(fields),
        fields.optionalText("source"),
        sampling(fields));
  }

  /** An output may be blank only where token ids say what was generated. */
  private static String output(Fields fields, @Nullable CapturedTokens tokens)
      throws LineRejection {
    String output = fields.text("output");
    return tokens == null ? Text.notBlank("output", output) : output;
  }

  private static @Nullable CapturedTokens tokens(Fields fields) throws LineRejection {
    if (!fields.has("tokens")) {
      return null;
    }
    Fields tokens = fields.object("tokens");
    tokens.allowOnly(TOKEN_FIELDS);
    return new CapturedTokens(
        tokens.name("tokenizer"), tokens.longs("promptIds"), tokens.longs("outputIds"));
  }

  private static @Nullable String collectedAt(Fields fields) throws LineRejection {
    String text = fields.optionalText("collectedAt");
    if (text == null) {
      return null;
    }
    try {
      if (RFC_3339.matcher(text).matches()) {
        return Instant.parse(text).toString();
      }
    } catch (DateTimeException e) {
      // A date that the calendar does not have is refused like any other.
    }
    throw new LineRejection(
        Rule.NOT_RFC_3339, "collectedAt", "must be like 2026-11-24T10:00:00Z (RFC 3339)");
  }

  private static @Nullable Map<String, String> sampling(Fields fields) throws LineRejection {
    return fields.has("sampling") ? fields.object("sampling").texts() : null;
  }
}
