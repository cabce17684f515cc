package dev.stillmark.fingerprint;

import dev.stillmark.events.CapturedTokens;
import dev.stillmark.events.CollectionAccepted;
import dev.stillmark.events.OutputIdentity;
import dev.stillmark.events.SuspectOutputCaptured;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fields of a readable record must be; a broken rule comes back in words. */
final class OutputRules {

  /** Characters in a suspect, collection, prompt id or id. */
  static final int NAME_LIMIT = 1000;

  private final int tokenLimit;

  OutputRules(int tokenLimit) {
    this.tokenLimit = tokenLimit;
  }

  /**
   * The first rule that the output breaks, or null. Fields of a record off the wire may be null.
   */
  @Nullable String brokenBy(SuspectOutputCaptured captured) {
    Map<String, @Nullable String> names = new LinkedHashMap<>();
    names.put("requestId", captured.requestId());
    names.put("suspect", captured.suspect());
    names.put("collection", captured.collection());
    names.put("promptId", captured.promptId());
    String broken = brokenName(names);
    if (broken != null) {
      return broken;
    }
    if (!isDigest(captured.outputId())) {
      return "outputId must be 64 lowercase hexadecimal digits";
    }
    if (captured.sample() < 0) {
      return "sample must not be negative but is " + captured.sample();
    }
    if (!isText(captured.prompt()) || !isText(captured.output())) {
      return "prompt and output must be text without unpaired surrogates";
    }
    return captured.tokens() == null ? null : brokenBy(captured.tokens());
  }

  private @Nullable String brokenBy(CapturedTokens tokens) {
    if (!isName(tokens.tokenizer())) {
      return "tokens.tokenizer must be a name";
    }
    if (!isIds(tokens.promptIds()) || !isIds(tokens.outputIds())) {
      return "tokens.promptIds and tokens.outputIds must be lists of 64-bit integers";
    }
    int ids = tokens.promptIds().size() + tokens.outputIds().size();
    return ids <= tokenLimit
        ? null
        : "tokens must hold at most %d ids but holds %d".formatted(tokenLimit, ids);
  }

  static @Nullable String brokenBy(CollectionAccepted accepted) {
    Map<String, @Nullable String> names = new LinkedHashMap<>();
    names.put("requestId", accepted.requestId());
    names.put("suspect", accepted.suspect());
    names.put("collection", accepted.collection());
    String broken = brokenName(names);
    if (broken != null) {
      return broken;
    }
    if (accepted.accepted() < 0) {
      return "accepted must not be negative but is " + accepted.accepted();
    }
    return isDigest(accepted.digest()) ? null : "digest must be 64 lowercase hexadecimal digits";
  }

  /** Whether the id is the digest of the content: one content never counts under two ids. */
  static boolean hasItsOwnId(SuspectOutputCaptured captured) {
    return OutputIdentity.of(
            captured.suspect(),
            captured.collection(),
            captured.promptId(),
            captured.sample(),
            captured.prompt(),
            captured.output(),
            captured.tokens())
        .equals(captured.outputId());
  }

  private static @Nullable String brokenName(Map<String, @Nullable String> names) {
    for (Map.Entry<String, @Nullable String> name : names.entrySet()) {
      if (!isName(name.getValue())) {
        return "%s must be a text of 1..%d characters".formatted(name.getKey(), NAME_LIMIT);
      }
    }
    return null;
  }

  private static boolean isName(@Nullable String name) {
    return name != null && !name.isBlank() && name.length() <= NAME_LIMIT && isWellFormed(name);
  }

  private static boolean isDigest(@Nullable String digest) {
    return digest != null && digest.matches("[0-9a-f]{64}");
  }

  private static boolean isText(@Nullable String text) {
    return text != null && isWellFormed(text);
  }

  private static boolean isIds(@Nullable List<Long> ids) {
    return ids != null && ids.stream().allMatch(Objects::nonNull);
  }

  static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
