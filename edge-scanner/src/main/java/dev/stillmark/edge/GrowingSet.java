package dev.stillmark.edge;

import dev.stillmark.detection.evidence.EvidenceSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A union that grows set by set: small sets wait until uniting them pays, so that the cost per item
 * stays logarithmic.
 */
final class GrowingSet {

  private static final int LEAST_WAITING = 256;

  private @Nullable EvidenceSet united;
  private final List<EvidenceSet> waiting = new ArrayList<>();
  private long waitingItems;

  void add(EvidenceSet set) {
    waiting.add(set);
    waitingItems += set.size();
    int size = united == null ? 0 : united.size();
    if (waiting.size() >= LEAST_WAITING && waitingItems >= size / 4) {
      unite();
    }
  }

  /** The union so far, or null if nothing was ever added. */
  @Nullable EvidenceSet union() {
    if (!waiting.isEmpty()) {
      unite();
    }
    return united;
  }

  private void unite() {
    if (united != null) {
      waiting.add(united);
    }
    united = EvidenceSet.union(waiting);
    waiting.clear();
    waitingItems = 0;
  }
}
