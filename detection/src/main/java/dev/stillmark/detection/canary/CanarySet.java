package dev.stillmark.detection.canary;

import dev.stillmark.detection.FieldDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Independently drawn canaries of one teacher.
 *
 * <p>The replies among which a canary's own is drawn should all have one shape, such as eight
 * letters or "word-word-00" with words of one length: then no answer can hold more than one of them
 * that counts, see {@link Answer}, and the error rate is a theorem.
 *
 * @param replySpace N: from how many replies each was drawn, at least 2
 * @param asks how many answers to each canary count (samples 0..asks-1), fixed in advance
 */
public record CanarySet(List<Canary> canaries, long replySpace, int asks) {

  public CanarySet {
    canaries = List.copyOf(canaries);
    if (canaries.isEmpty()) {
      throw new IllegalArgumentException("canaries must be at least 1 but are 0");
    }
    if (replySpace < 2) {
      throw new IllegalArgumentException("replySpace must be at least 2 but is " + replySpace);
    }
    if (asks < 1) {
      throw new IllegalArgumentException("asks must be at least 1 but is " + asks);
    }
    requireDistinct("ids", canaries.stream().map(Canary::id).toList());
    requireDistinct("promptIds", canaries.stream().map(Canary::promptId).toList());
  }

  private static void requireDistinct(String name, List<String> values) {
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (!seen.add(value)) {
        throw new IllegalArgumentException(
            "%s of canaries must be distinct but '%s' is repeated".formatted(name, value));
      }
    }
  }

  /** SHA-256 over replySpace, asks and the canaries in the order of their ids, 64 hex digits. */
  String commitment() {
    FieldDigest digest = new FieldDigest("stillmark canary set 1").add(replySpace).add(asks);
    canaries.stream()
        .sorted(Comparator.comparing(Canary::id))
        .forEach(c -> digest.add(c.id()).add(c.promptId()).add(c.reply()));
    return digest.hex();
  }

  /** Never shows a reply. */
  @Override
  public String toString() {
    return "CanarySet[%d canaries, reply space %d, %d asks]"
        .formatted(canaries.size(), replySpace, asks);
  }
}
