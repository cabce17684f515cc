package dev.stillmark.verdicts.store;

/**
 * What became of the accepted outputs: accepted = scored + duplicate + quarantined + pending.
 *
 * @param duplicate arrivals of an output that another request had brought already
 */
public record Counts(long accepted, long scored, long duplicate, long quarantined, long pending) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  /** The sum of both. */
  public Counts plus(Counts other) {
    return new Counts(
        accepted + other.accepted,
        scored + other.scored,
        duplicate + other.duplicate,
        quarantined + other.quarantined,
        pending + other.pending);
  }
}
