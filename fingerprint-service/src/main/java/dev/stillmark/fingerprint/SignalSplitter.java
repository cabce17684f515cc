package dev.stillmark.fingerprint;

import dev.stillmark.detection.evidence.EvidenceSet;
import dev.stillmark.detection.evidence.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads the signals of one output over parts, so that no record nears 1 MiB.
 *
 * <p>A part holds at most 20,000 items and about {@link #PART_BYTES} in base64; the union of all
 * parts is the signals as they were, whatever their order.
 */
final class SignalSplitter {

  static final int PART_ITEMS = 20_000;
  static final int PART_BYTES = 700_000;

  /** Items of one piece; pieces are what parts are packed from. */
  static final int PIECE_ITEMS = 4_000;

  /** Descriptor, names of fields and headers of three encoded sets. */
  private static final int OVERHEAD_BYTES = 2_000;

  private SignalSplitter() {}

  /** At least one part, in an order that depends on the signals alone. */
  static List<List<Signal>> split(List<Signal> signals) {
    List<List<Signal>> parts = new ArrayList<>();
    List<Signal> part = new ArrayList<>();
    long items = 0;
    long bytes = 0;
    for (Signal signal : signals) {
      for (Signal piece : piecesOf(signal)) {
        long addedItems = itemsOf(piece);
        long addedBytes = bytesOf(piece);
        boolean full = items + addedItems > PART_ITEMS || bytes + addedBytes > PART_BYTES;
        if (full && !part.isEmpty()) {
          parts.add(List.copyOf(part));
          part.clear();
          items = 0;
          bytes = 0;
        }
        part.add(piece);
        items += addedItems;
        bytes += addedBytes;
      }
    }
    parts.add(List.copyOf(part));
    return parts;
  }

  private static List<Signal> piecesOf(Signal signal) {
    if (itemsOf(signal) <= PIECE_ITEMS) {
      return List.of(signal);
    }
    EvidenceSet noItems = emptyLike(signal.items());
    EvidenceSet noDecoys = emptyLike(signal.decoys());
    EvidenceSet noCoverage = emptyLike(signal.coverage());
    List<Signal> pieces = new ArrayList<>();
    for (EvidenceSet slice : slicesOf(signal.items())) {
      pieces.add(new Signal(signal.descriptor(), slice, noDecoys, noCoverage));
    }
    for (EvidenceSet slice : slicesOf(signal.decoys())) {
      pieces.add(new Signal(signal.descriptor(), noItems, slice, noCoverage));
    }
    for (EvidenceSet slice : slicesOf(signal.coverage())) {
      pieces.add(new Signal(signal.descriptor(), noItems, noDecoys, slice));
    }
    return pieces;
  }

  private static List<EvidenceSet> slicesOf(EvidenceSet set) {
    if (set.halvings() != 0) {
      throw new IllegalStateException("the items of one output must not have been sampled");
    }
    List<EvidenceSet> slices = new ArrayList<>();
    for (int from = 0; from < set.size(); from += PIECE_ITEMS) {
      slices.add(slice(set, from, Math.min(set.size(), from + PIECE_ITEMS)));
    }
    return slices;
  }

  private static EvidenceSet slice(EvidenceSet set, int from, int to) {
    EvidenceSet.Builder builder = EvidenceSet.builder(set.scoreWords(), set.capacity());
    for (int i = from; i < to; i++) {
      long second = set.scoreWords() == 2 ? set.score(i, 1) : 0;
      builder.add(set.group(i), set.item(i), set.order(i), set.score(i, 0), second);
      if (set.isConflicted(i)) {
        // A second score is what makes an item conflicted; the set keeps neither of the two.
        builder.add(set.group(i), set.item(i), set.order(i), ~set.score(i, 0), second);
      }
    }
    return builder.build();
  }

  private static EvidenceSet emptyLike(EvidenceSet set) {
    return EvidenceSet.builder(set.scoreWords(), set.capacity()).build();
  }

  private static long itemsOf(Signal signal) {
    return (long) signal.items().size() + signal.decoys().size() + signal.coverage().size();
  }

  private static long bytesOf(Signal signal) {
    return OVERHEAD_BYTES
        + base64BytesOf(signal.items())
        + base64BytesOf(signal.decoys())
        + base64BytesOf(signal.coverage());
  }

  private static long base64BytesOf(EvidenceSet set) {
    long itemBytes = 20 + 8L * set.scoreWords();
    return (set.size() * itemBytes + set.size() / 8 + 32) * 4 / 3;
  }
}
