package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.DecoyPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * The true key at index 0 and its decoys behind it, drawn once and for ever from the true key.
 *
 * <p>Under lefthash one set serves all keys ({@link DecoyPlan#packed()}). Under selfhash the
 * distinct items differ from key to key, so the decoys keep a set of their own, over a smaller
 * share of the outputs.
 */
record KeyRing(List<GreenLists> keys, DecoyPlan plan) {

  /** The largest share of outputs over which decoys with sets of their own are scored. */
  static final double LARGEST_SHARE_APART = 1.0 / 16;

  static KeyRing draw(KgwScheme scheme, WatermarkKey key, int decoys, double fraction) {
    List<GreenLists> keys = new ArrayList<>(List.of(new GreenLists(scheme, key)));
    for (WatermarkKey decoy : new KeyDerivation(key).decoys(decoys, _ -> true)) {
      keys.add(new GreenLists(scheme, decoy));
    }
    DecoyPlan plan =
        switch (scheme.seeding()) {
          case LEFTHASH -> new DecoyPlan(decoys, 1, true);
          case SELFHASH -> new DecoyPlan(decoys, Math.min(fraction, LARGEST_SHARE_APART), false);
        };
    return new KeyRing(List.copyOf(keys), plan);
  }

  GreenLists truth() {
    return keys.getFirst();
  }
}
