package dev.stillmark.detection.attribution.ranking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * An order of prompts that has nothing to do with what they ask, so that the first few of them are
 * a sample: by identifier times 2654435761, modulo 2^32.
 *
 * <p>The factor is the one of multiplicative hashing. Source: D. Knuth, "The Art of Computer
 * Programming", volume 3, section 6.4.
 */
public final class PromptOrder {

  private static final int FACTOR = (int) 2_654_435_761L;

  private PromptOrder() {}

  /** The first prompts in this order, or all if there are no more, by ascending identifier. */
  public static List<Long> first(Collection<Long> promptIds, int count) {
    return promptIds.stream()
        .distinct()
        .sorted(Comparator.comparingLong(PromptOrder::key).thenComparing(id -> id))
        .limit(count)
        .sorted()
        .toList();
  }

  private static long key(long promptId) {
    return Integer.toUnsignedLong((int) promptId * FACTOR);
  }
}
