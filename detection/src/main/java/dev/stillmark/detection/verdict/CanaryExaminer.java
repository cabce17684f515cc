package dev.stillmark.detection.verdict;

import dev.stillmark.detection.canary.CanaryEvalue;
import dev.stillmark.detection.evidence.Descriptor;
import dev.stillmark.detection.evidence.Evidence;
import dev.stillmark.detection.evidence.EvidenceSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts asks and hits per canary.
 *
 * <p>A canary counts from its first ask on, and asks that are still missing count as misses: to
 * leave out a canary until it is complete would reward whoever stops asking after a miss.
 */
final class CanaryExaminer {

  private CanaryExaminer() {}

  static Finding.Canaries examine(Descriptor.Canaries descriptor, Evidence evidence) {
    EvidenceSet asks = evidence.items();
    List<Integer> hitsPerCanary = new ArrayList<>();
    int start = 0;
    while (start < asks.size()) {
      int end = start;
      int hits = 0;
      while (end < asks.size() && asks.group(end) == asks.group(start)) {
        hits += (int) asks.score(end, 0);
        end++;
      }
      hitsPerCanary.add(hits);
      start = end;
    }
    int hits = hitsPerCanary.stream().mapToInt(Integer::intValue).sum();
    return new Finding.Canaries(
        descriptor,
        evidence.coverage().size(),
        evidence.conflicts(),
        hitsPerCanary.size(),
        asks.size(),
        hits,
        CanaryEvalue.log10(descriptor.replySpace(), descriptor.asks(), hitsPerCanary));
  }
}
