package dev.stillmark.detection.random;

import java.util.Optional;

/** A service, found by {@link java.util.ServiceLoader}, that knows a faster way to decide heads. */
public interface HeadLanesProvider {

  /** Lanes for a head, or empty where this machine or this head gains nothing by them. */
  Optional<HeadLanes> lanesFor(SwapTables swaps);
}
