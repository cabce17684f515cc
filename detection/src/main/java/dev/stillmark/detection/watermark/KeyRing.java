package dev.stillmark.detection.watermark;

import dev.stillmark.detection.evidence.DecoyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The true key at index 0 and its decoys behind it, drawn once and for ever from the true key.
 *
 * <p>Where the keys can be {@linkplain WatermarkScheme#pack packed} one set serves all of them.
 * Otherwise the distinct items differ from key to key, so the decoys keep a set of their own, over
 * a smaller share of the outputs.
 */
record KeyRing(List<KeyedScheme> keys, Optional<PackedKeys> packed, DecoyPlan plan) {

  /** The largest share of outputs over which decoys with sets of their own are scored. */
  static final double LARGEST_SHARE_APART = 1.0 / 16;

  static KeyRing draw(WatermarkScheme scheme, WatermarkKey key, int decoys, double fraction) {
    List<KeyedScheme> keys = new ArrayList<>(List.of(scheme.with(key)));
    for (WatermarkKey decoy : new KeyDerivation(scheme, key).decoys(decoys)) {
      keys.add(scheme.with(decoy));
    }
    Optional<PackedKeys> packed = scheme.pack(List.copyOf(keys));
    DecoyPlan plan =
        packed.isPresent()
            ? new DecoyPlan(decoys, 1, true)
            : new DecoyPlan(decoys, Math.min(fraction, LARGEST_SHARE_APART), false);
    return new KeyRing(List.copyOf(keys), packed, plan);
  }

  KeyedScheme truth() {
    return keys.getFirst();
  }
}
